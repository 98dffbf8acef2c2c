using System.Globalization;

namespace Aovpn.Generators.Evtx;

/// <summary>What evtxexport (libevtx) says of a record against what we say, after the normalisation of <see cref="FlatEvent"/>.</summary>
public static class LibevtxReading
{
    /// <summary>Text that looks like mark-up stands in libevtx' XML without escapes, so that it has elements where the event has text.</summary>
    public const string Markup = "libevtx does not escape text that looks like mark-up";

    /// <summary>Six decimals of a floating point number.</summary>
    public const string Decimals = "libevtx writes floating point numbers with six decimals";

    /// <summary>-1 becomes -2147483647.</summary>
    public const string Negative = "libevtx takes the bits of a negative number for a sign and a size";

    /// <summary>Windows writes sizes and pointers in hexadecimal.</summary>
    public const string Size = "libevtx writes a size in decimal";

    /// <summary>We write U+FFFD in its place.</summary>
    public const string HalfPair = "libevtx makes another character of half a surrogate pair";

    /// <summary>Events of evtxexport's output, whose first lines are no XML and whose text holds characters that XML forbids.</summary>
    public static IEnumerable<List<string>> Events(string output) => output.IndexOf("<Event", StringComparison.Ordinal) is var first and >= 0 ? FlatEvent.All(Legal(output[first..])) : [];

    /// <summary>Number and time, by which both know a record.</summary>
    public static string Key(List<string> values) => $"{FlatEvent.Of(values, "Event/System/EventRecordID")} {FlatEvent.Of(values, "Event/System/TimeCreated@SystemTime")}";

    /// <param name="known">Which of libevtx' own faults are in the record; empty when both agree.</param>
    /// <returns>The first difference that none of them explains; null when there is none.</returns>
    public static string? Difference(List<string> ours, List<string> theirs, out IReadOnlyCollection<string> known)
    {
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        known = faults;
        for (var at = 0; at < Math.Min(ours.Count, theirs.Count); at++)
        {
            var (one, other) = (ours[at], theirs[at]);
            if (one == other)
                continue;
            var mine = one[(one.IndexOf('=', StringComparison.Ordinal) + 1)..];
            if (mine.StartsWith('<') && mine.EndsWith('>'))
            {
                // Behind it their list goes another way.
                faults.Add(Markup);
                return null;
            }

            if (Fault(mine, other[(other.IndexOf('=', StringComparison.Ordinal) + 1)..]) is not { } fault)
                return $"{one} | {other}";
            faults.Add(fault);
        }

        return ours.Count == theirs.Count ? null : $"{ours.Count} values | {theirs.Count}";
    }

    private static string? Fault(string mine, string his)
    {
        if (his.Contains('e', StringComparison.Ordinal) && double.TryParse(mine, CultureInfo.InvariantCulture, out var left)
            && double.TryParse(his, CultureInfo.InvariantCulture, out var right) && Math.Abs(left - right) <= Math.Abs(left) * 1e-6)
        {
            return Decimals;
        }

        if (mine.StartsWith("0x", StringComparison.Ordinal) && ulong.TryParse(mine.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size)
            && ulong.TryParse(his, NumberStyles.None, CultureInfo.InvariantCulture, out var same) && size == same)
        {
            return Size;
        }

        if (mine.Contains('\uFFFD', StringComparison.Ordinal))
            return HalfPair;
        return mine.StartsWith('-') && int.TryParse(mine, CultureInfo.InvariantCulture, out var negative) && his == FormattableString.Invariant($"-{negative & int.MaxValue}") ? Negative : null;
    }

    /// <summary>Characters that XML forbids as our reader shows them.</summary>
    public static string Legal(string xml) => string.Create(xml.Length, xml, static (legal, xml) =>
    {
        for (var at = 0; at < legal.Length; at++)
            legal[at] = xml[at] is < ' ' and not ('\t' or '\n' or '\r') ? (char)(0x2400 + xml[at]) : xml[at] is '\uFFFE' or '\uFFFF' ? '\uFFFD' : xml[at];
    });
}
