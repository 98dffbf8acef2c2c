using System.Globalization;

namespace Aovpn.Bench.Nps;

/// <summary>Answers in the form of the truth.</summary>
internal static class Answers
{
    public static string Reasons(IEnumerable<KeyValuePair<int, long>> counts) =>
        string.Concat(counts.OrderBy(one => one.Key).Select(one => string.Create(CultureInfo.InvariantCulture, $"reason {one.Key} {one.Value}\n")));
}
