using System.Globalization;

namespace Aovpn.Cli;

/// <summary>A time on the command line: <c>2026-11-22</c>, <c>2026-11-22T10:15</c>, <c>2026-11-22T10:15:00+01:00</c>.</summary>
internal static class TimeArgument
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK"];

    /// <exception cref="UsageException">The text is no such time.</exception>
    public static DateTimeOffset? Of(string option, string? text)
    {
        if (text is null)
            return null;
        return DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new UsageException($"{option} {text} is no time: write 2026-11-22, 2026-11-22T10:15 or 2026-11-22T10:15:00+01:00.");
    }
}
