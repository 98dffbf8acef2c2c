using System.Net;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>What a single sentence says: codes, symptoms, changes, topics, the name dialled.</summary>
internal static class Remarks
{
    private const int SinceReach = 6;
    private const int NameReach = 5;

    /// <summary>By the words that lexicons use for them.</summary>
    public static readonly IReadOnlyDictionary<string, SymptomId> SymptomIds = Enum.GetValues<SymptomId>().ToDictionary(id => KebabCase.Of(id.ToString()));

    /// <summary>Names that no public DNS knows.</summary>
    private static readonly string[] InternalSuffixes = [".local", ".lan", ".internal", ".intranet", ".corp"];

    public static Citation Cite(EvidenceText text, int first, int last) => text.Cite(first, last) with { Provenance = Provenance.Reported };

    public static void In(Statement statement, EvidenceText text, List<(int First, int Last, Observation Observation)> seen)
    {
        var about = text.Artifact.Host;
        foreach (var code in statement.Codes)
            Add(code.First, code.End, source => new WindowsErrorReported(source, about, null, code.Code));

        foreach (var mention in statement.Of(ConceptKind.Symptom).Where(statement.IsStatedOrShown))
        {
            if (!statement.IsNegated(mention) && !(mention.HasGap && statement.IsDenied(mention.First)) && SymptomIds.TryGetValue(mention.Concept.Value, out var symptom)
                && !(InsideFailures.IsInside(symptom) && InsideFailures.NamesFailureToConnect(statement)))
            {
                Add(mention.First, mention.End, source => new SymptomReported(source, about, null, symptom));
            }
        }

        foreach (var mention in statement.Of(ConceptKind.Change).Concat(statement.Of(ConceptKind.Since)).Where(statement.IsStated))
        {
            if (!statement.IsNegated(mention) && !statement.Has("despite") && Since(statement, mention) is { } first)
                Add(first, mention.End, source => new ChangeReported(source, about, null, mention.Concept.Value));
        }

        var working = WorkingTunnels.In(statement);
        foreach (var type in working)
            Add(type.First, type.End, source => new TopicMentioned(source, about, null, WorkingTunnels.Topic(type.Concept.Value), false));

        var topics = statement.Of(ConceptKind.Topic).Where(statement.IsStatedOrShown).Except(working).ToArray();
        foreach (var mention in topics.Where(mention => !topics.Any(other => other.Concept == mention.Concept && Outweighs(other, mention, statement))))
            Add(mention.First, mention.End, source => new TopicMentioned(source, about, null, mention.Concept.Value, statement.IsNegated(mention)));

        if (SharedPath.In(statement) is var (same, end))
            Add(same, end, source => new TopicMentioned(source, about, null, SharedPath.Topic, false));

        if (Dialled(statement) is { } dialled)
        {
            Add(dialled, dialled + 1, source => new NameDialled(source, about, statement.Sentence.Words[dialled].Raw));
            if (IPAddress.TryParse(statement.Sentence.Words[dialled].Raw, out _))
                Add(dialled, dialled + 1, source => new TopicMentioned(source, about, null, "ip-address-dialled", false));
            if (InternalSuffixes.Any(suffix => statement.Sentence.Words[dialled].Text.EndsWith(suffix, StringComparison.Ordinal)))
                Add(dialled, dialled + 1, source => new TopicMentioned(source, about, null, "internal-dns-name", false));
        }

        void Add(int first, int end, Func<Citation, Observation> observe)
        {
            var (from, to) = (statement.FirstLine(first), statement.FirstLine(end - 1));
            seen.Add((from, to, observe(Cite(text, from, to))));
        }
    }

    /// <summary>
    /// A denial outweighs the bare mention of the same thing. Not so where one part of the sentence states for one what another denies for
    /// another: "500 is open, but 4500 is blocked" says that something is blocked.
    /// </summary>
    private static bool Outweighs(Mention other, Mention mention, Statement statement)
    {
        if (statement.IsNegated(other) == statement.IsNegated(mention))
            return false;
        var (denied, stated) = statement.IsNegated(other) ? (other, mention) : (mention, other);
        var isContrasted = denied.IsNegated && stated.HasGap && statement.SegmentOf(denied.First) != statement.SegmentOf(stated.First);
        return isContrasted == (other == stated);
    }

    /// <summary>First word of the change: it is one in itself, or a "since" stands before it.</summary>
    private static int? Since(Statement statement, Mention mention)
    {
        if (mention.Concept.Kind is ConceptKind.Change)
            return mention.First;
        return statement.Words("since").LastOrDefault(since => since.End <= mention.First && mention.First - since.End < SinceReach)?.First;
    }

    /// <summary>A host name or address after "dials", "server name", "connects to".</summary>
    private static int? Dialled(Statement statement)
    {
        if (statement.IsAsked)
            return null;
        foreach (var dials in statement.Words("dials"))
        {
            for (var at = dials.End; at < Math.Min(statement.Sentence.Words.Length, dials.End + NameReach); at++)
            {
                if (IsHost(statement.Sentence.Words[at].Raw))
                    return at;
            }
        }

        return null;
    }

    private static bool IsHost(string word) =>
        word.Contains('.', StringComparison.Ordinal) && !word.Contains('@', StringComparison.Ordinal)
        && (IPAddress.TryParse(word, out _) ? word.Count(letter => letter == '.') == 3
            : Uri.CheckHostName(word) is UriHostNameType.Dns && char.IsAsciiLetter(word[^1]) && word[(word.LastIndexOf('.') + 1)..].Length >= 2);
}
