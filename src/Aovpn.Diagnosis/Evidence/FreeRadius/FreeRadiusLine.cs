using System.Globalization;

namespace Aovpn.Diagnosis.Evidence.FreeRadius;

/// <summary>A line of radius.log: <c>Sun Nov 22 21:10:36 2026 : Auth: (1) Login incorrect (...): [alice] (from client vpn port 0 cli ...)</c>.</summary>
/// <param name="At">Local time of the server.</param>
/// <param name="Type">Auth, Info, Error, ERROR, Warning ...</param>
/// <param name="Text">What follows, without the request's number.</param>
internal readonly record struct FreeRadiusLine(DateTime At, string Type, string Text)
{
    private const int TimeLength = 24;

    /// <returns>Null when the line has no such form.</returns>
    public static FreeRadiusLine? Parse(string line)
    {
        if (line.Length < TimeLength + 5 || !line.AsSpan(TimeLength).StartsWith(" : ", StringComparison.Ordinal)
            || !DateTime.TryParseExact(line.AsSpan(0, TimeLength), ["ddd MMM d HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return null;
        var rest = line.AsSpan(TimeLength + 3);
        var colon = rest.IndexOf(':');
        if (colon <= 0 || colon > 12)
            return null;
        var type = rest[..colon].ToString();
        var text = rest[(colon + 1)..].Trim();
        if (text.StartsWith("(", StringComparison.Ordinal) && text.IndexOf(')') is var end && end > 1 && text[1..end].IndexOfAnyExceptInRange('0', '9') < 0)
            text = text[(end + 1)..].Trim();
        return new(at, type, text.ToString());
    }
}
