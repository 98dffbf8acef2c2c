using System.Globalization;

namespace Aovpn.Bench.Running;

/// <summary>The middle of several measurements, and how far they lie apart.</summary>
internal sealed record Spread(double Median, double Least, double Most)
{
    public static Spread Of(IEnumerable<double> measured)
    {
        var sorted = measured.Order().ToArray();
        var middle = sorted.Length / 2;
        return new(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[0], sorted[^1]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number(Median)} ({Number(Least)}-{Number(Most)})");

    private static string Number(double number) => number.ToString(number >= 100 ? "F0" : number >= 10 ? "F1" : "F2", CultureInfo.InvariantCulture);
}
