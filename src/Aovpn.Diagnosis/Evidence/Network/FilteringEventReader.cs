using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Evidence.Profiles;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads the failures of IKE in what netsh wfp show netevents and wfpdiag.xml write: items of FWPM_NET_EVENT_TYPE_IKEEXT_MM_FAILURE, _QM_FAILURE
/// and _EM_FAILURE with their failureErrorCode (fwpmtypes.h). Element names are from memory of that header, unverified.
/// </summary>
public sealed class FilteringEventReader : IPassageReader
{
    private const string Item = "<item>";
    private const int LongestItem = 400;

    public string Kind => "wfp-netevents";

    public int Order => 24;

    public Anchors Anchors { get; } = Anchors.Of("FWPM_NET_EVENT_TYPE_");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (!text[line].Contains("FWPM_NET_EVENT_TYPE_", StringComparison.Ordinal))
                continue;
            var (first, last) = Extent(text, free, line);
            ImmutableArray<Observation> seen = text[line].Contains("IKEEXT_", StringComparison.Ordinal) ? Read(text, first, last) : [];
            yield return new(first, last, seen);
            (line, free) = (last, last + 1);
        }
    }

    /// <summary>From the item that holds the type to where it ends.</summary>
    private static (int First, int Last) Extent(EvidenceText text, int free, int type)
    {
        var first = type;
        while (first > free && type - first < LongestItem && !text[first].Contains(Item, StringComparison.Ordinal) && !text[first - 1].Contains("FWPM_NET_EVENT_TYPE_", StringComparison.Ordinal)
            && !text[first - 1].Contains("</item>", StringComparison.Ordinal))
        {
            first--;
        }

        var last = type;
        while (last < text.Lines.Length && last - type < LongestItem && !text[last + 1].Contains("FWPM_NET_EVENT_TYPE_", StringComparison.Ordinal) && !text[last].Contains("</item>", StringComparison.Ordinal)
            && !text[last + 1].Contains("<netEvents", StringComparison.Ordinal))
        {
            last++;
        }

        return (first, last);
    }

    private static ImmutableArray<Observation> Read(EvidenceText text, int first, int last)
    {
        DateTimeOffset? at = null;
        for (var line = first; line <= last; line++)
        {
            if (Value(text[line], "timeStamp") is { } stamp && DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                at = time;
            if (Value(text[line], "failureErrorCode") is not { } value || Number(value) is not { } code || code == 0)
                continue;
            var host = text.Artifact.Host;
            return [new WindowsErrorReported(text.Cite(line), host, at is { } instant ? When.Utc(instant, host) : null, Code.Windows(code))];
        }

        return [];
    }

    private static uint? Number(string text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) ? hexadecimal : null
            : uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Value(string line, string element)
    {
        var open = $"<{element}>";
        var start = line.IndexOf(open, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var end = line.IndexOf('<', start + open.Length);
        return end < 0 ? null : Markup.Decode(line.AsSpan(start + open.Length, end - start - open.Length)).Trim();
    }
}
