using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Profiles;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>
/// Reads network policies and their profiles cut out of an NPS export without its root. A list of clients is never taken from a piece, which would
/// say of all others that NPS does not know them.
/// </summary>
public sealed class NpsFragmentReader : IPassageReader
{
    private const int MostLines = 2_000;

    private static readonly ImmutableArray<string> Properties = ["<msNPAction", "<msNPAllowedEapType", "<msNPConstraint", "<msEAPConfiguration"];

    public string Kind => "nps-fragment";

    public int Order => 21;

    public Anchors Anchors { get; } = Anchors.Of(Properties);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (!IsProperty(text[line]))
                continue;
            var (first, last) = (line, line);
            while (first > free && line - first < MostLines && IsMarkup(text[first - 1]))
                first--;
            while (last < text.Lines.Length && last - line < MostLines && IsMarkup(text[last + 1]))
                last++;
            var mapped = MappedText.Of(text, first, last);
            var host = Host.NpsServer.Or(text.Artifact.Host.Role is HostRole.NpsServer ? text.Artifact.Host : Host.Unknown);
            ImmutableArray<Observation> seen = [.. new NpsExport(text, mapped, host).Policies(Service(mapped.Text))];
            if (!seen.IsEmpty)
                yield return new(first, last, seen, seen.Length);
            (line, free) = (last, last + 1);
        }
    }

    private static bool IsProperty(string line) => Properties.Any(property => line.Contains(property, StringComparison.OrdinalIgnoreCase));

    private static bool IsMarkup(string line) => line.AsSpan().Trim() is ['<', ..] or [.., '>'];

    /// <summary>The export's tree above the entries that are there: a profile that no policy names is shown as a policy of its own name.</summary>
    private static MarkupElement Service(string text)
    {
        List<MarkupElement> entries = [.. Entries(text)];
        List<MarkupElement> profiles = [.. entries.Where(entry => entry.Child("Properties")!.Children.Exists(property => property.Is("msNPAllowedEapType") || property.Is("msEAPConfiguration") || property.Is("msNPAllowDialin")))];
        List<MarkupElement> policies = [.. entries.Where(entry => entry.Child("Properties")!.Children.Exists(property => property.Is("msNPAction") || property.Is("msNPConstraint")))];
        if (policies.Count == 0)
            policies = profiles;
        return Of("Service", Of("RadiusProfiles", Of("Children", [.. profiles])), Of("NetworkPolicy", Of("Children", [.. policies])));
    }

    /// <summary>Whatever has Properties; Properties alone stand for an entry without a name.</summary>
    private static IEnumerable<MarkupElement> Entries(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0;)
        {
            var element = at + 1 < text.Length && char.IsLetter(text[at + 1]) ? new MarkupScanner(text).Scan(at) : null;
            if (element is null)
            {
                at = text.IndexOf('<', at + 1);
                continue;
            }

            if (element.Is("Properties"))
            {
                yield return Of("policy", element);
            }
            else
            {
                foreach (var entry in element.Everything().Where(one => one.Child("Properties") is not null))
                    yield return entry;
            }

            at = element.End > at ? text.IndexOf('<', Math.Min(element.End, text.Length)) : text.IndexOf('<', at + 1);
        }
    }

    private static MarkupElement Of(string name, params List<MarkupElement> children)
    {
        var element = new MarkupElement(name, children.Count > 0 ? children[0].Offset : 0, new(StringComparer.OrdinalIgnoreCase)) { Closed = true, End = children.Count > 0 ? children[^1].End : 0 };
        element.Children.AddRange(children);
        return element;
    }
}
