using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>The message of an NPS event without its header, as people paste it: from its first sentence, or from a label on.</summary>
public sealed class NetworkPolicyServerTextReader : IPassageReader
{
    private const int LongestGap = 3;

    private static readonly ImmutableArray<(string Sentence, int EventId)> Openings =
    [
        ("Network Policy Server denied access to a user", 6273),
        ("Network Policy Server granted access to a user", 6272),
        ("Network Policy Server granted full access to a user", 6278),
        ("Network Policy Server granted access to a user but put it on probation", 6277),
        ("Network Policy Server quarantined a user", 6276),
        ("Network Policy Server discarded the accounting request", 6275),
        ("Network Policy Server discarded the request", 6274),
        ("Network Policy Server locked the user account", 6279),
        ("Network Policy Server unlocked the user account", 6280),
    ];

    public string Kind => "event-text";

    public int Order => 150;

    public Anchors Anchors { get; } = Anchors.Of("Network Policy Server", "Reason Code");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            var opening = Opening(text[line]);
            if (opening is null && !NetworkPolicyServerMessage.IsLabelled(text[line]))
                continue;
            var last = Last(text, line);
            ImmutableArray<EventValue> message = [.. Enumerable.Range(line, last - line + 1).Select(at => new EventValue(null, text[at].Trim(), new Locator.Lines(at)))];
            var data = NetworkPolicyServerMessage.Data(message);
            if (opening is null && !SpeaksForItself(data))
            {
                line = last;
                continue;
            }

            var seen = new WindowsEvent(text.Cite(line, last), "Security-Auditing", opening ?? 6273) { Data = data, Message = message };
            yield return new(line, last, [.. EventMeaning.Observe(seen)]);
            line = last;
        }
    }

    /// <summary>Without its opening it is a refusal only with a reason, and something that is said in these events alone.</summary>
    private static bool SpeaksForItself(ImmutableArray<EventValue> data) =>
        data.Any(value => value is { Name: "ReasonCode", Known: not (null or "0") })
        && data.Any(value => value.Name is "AuthenticationType" or "NetworkPolicyName" or "ProxyPolicyName" or "NASPortType" or "EAPType");

    private static int? Opening(string line)
    {
        var longest = 0;
        int? found = null;
        foreach (var (sentence, eventId) in Openings)
        {
            if (sentence.Length > longest && line.Contains(sentence, StringComparison.OrdinalIgnoreCase))
                (longest, found) = (sentence.Length, eventId);
        }

        return found;
    }

    private static int Last(EvidenceText text, int first)
    {
        var last = first;
        var gap = 0;
        var sawLabel = false;
        for (var line = first + 1; line <= text.Lines.Length && gap <= LongestGap; line++)
        {
            var content = text[line];
            if (string.IsNullOrWhiteSpace(content))
                continue;
            if (Opening(content) is not null && sawLabel)
                break;
            if (!NetworkPolicyServerMessage.IsLabelled(content))
            {
                // A value below its label belongs to it.
                var isValue = NetworkPolicyServerMessage.IsLabelled(text[last]) && text[last].TrimEnd().EndsWith(':') && gap == 0;
                last = isValue ? line : last;
                gap++;
                continue;
            }

            (last, gap, sawLabel) = (line, 0, true);
        }

        return last;
    }
}
