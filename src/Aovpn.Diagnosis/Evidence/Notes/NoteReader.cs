using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Reads what people say: the lines that no other reader has claimed, and <c>--symptom</c>. Its grammar is small, its words are data
/// (<c>Lexicon/*.json</c>); what it does not understand is no observation. Everything it yields is reported.
/// </summary>
public sealed class NoteReader : IPassageReader
{
    /// <summary>The same remark on more lines than these is a log's, not a person's.</summary>
    private const int MaxRepeats = 20;

    /// <summary>Nobody types more: in longer texts slips are not looked for.</summary>
    private const int MaxSentencesOfPerson = 500;

    /// <summary>Characters that no other reader claimed; a long thread of mails has fewer.</summary>
    private const int MaxCharacters = 100_000;

    /// <summary>Of what a program wrote, characters in which a person's words would stand before it: some six pages.</summary>
    private const int Preface = 16_000;

    public string Kind => "note";

    public int Order => 1000;

    public Anchors Anchors { get; } = Anchors.OfBeginning(MaxCharacters);

    /// <summary>Values that <see cref="ChangeReported"/> can have.</summary>
    public static ImmutableHashSet<string> Changes =>
        [.. LexiconSet.Default.Lexicons.SelectMany(lexicon => lexicon.Phrases).Select(phrase => phrase.Concept)
            .Where(concept => concept.Kind is ConceptKind.Change or ConceptKind.Since).Select(concept => concept.Value)];

    /// <summary>Topics that no phrase names, but what a sentence says of others.</summary>
    public static IEnumerable<string> TopicsOfGrammar => WorkingTunnels.Topics;

    /// <summary>Topics that the lexicons of these languages have phrases for; of all languages when none is named.</summary>
    public static IEnumerable<(string Language, ImmutableHashSet<string> Topics)> TopicsOf(params string[] languages) =>
        LexiconSet.Default.Lexicons.Where(lexicon => languages.Length == 0 || languages.Contains(lexicon.Language)).Select(lexicon => (
            lexicon.Language,
            lexicon.Phrases.Where(phrase => phrase.Concept.Kind is ConceptKind.Topic).Select(phrase => phrase.Concept.Value).ToImmutableHashSet()));

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var lexicons = LexiconSet.Default;
        var sentences = new SentenceSplitter(KnownSentences.AsCodes(Beginning(text)), lexicons).Split();
        var languages = new LanguageGuess(lexicons, sentences);
        var seen = new List<(int First, int Last, Observation Observation)>();
        var isConnected = false;

        foreach (var paragraph in sentences.GroupBy(sentence => sentence.Paragraph))
        {
            var language = languages.Of(paragraph);
            var phrases = lexicons.In(language);
            var spelling = sentences.Length <= MaxSentencesOfPerson ? lexicons.SpellingOf(language) : null;
            ImmutableArray<Statement> statements = [.. paragraph.Select(sentence => new Statement(spelling?.Mend(sentence) ?? sentence, phrases))];
            isConnected |= statements.Any(InsideFailures.IsConnected);
            foreach (var statement in statements)
                Remarks.In(statement, text, seen);
            if (isConnected)
                seen.AddRange(statements.SelectMany(statement => Inside(statement, text)));
            if (statements.Any(statement => statement.Has("connection")))
                seen.AddRange(statements.SelectMany(statement => Failures(statement, text, isConnected)));
            foreach (var (dimension, differs, first, last) in Contrasts.In(statements))
                seen.Add((first, last, new Contrast(Remarks.Cite(text, first, last), text.Artifact.Host, null, dimension, differs)));
        }

        return Passages(seen);
    }

    /// <summary>Where more is left than anybody types, a program wrote it: its beginning is read, where a person's words would stand.</summary>
    private static EvidenceText Beginning(EvidenceText text)
    {
        var (characters, preface) = (0L, 0);
        for (var line = 0; line < text.Lines.Length; line++)
        {
            characters += text.Lines[line].Length;
            preface = characters <= Preface ? line + 1 : preface;
            if (characters > MaxCharacters)
                return text.With(text.Lines[..preface]);
        }

        return text;
    }

    /// <summary>It fails, whatever else is said. Only where the paragraph speaks of a connection: a log's "backup failed" is none of ours.</summary>
    private static IEnumerable<(int First, int Last, Observation Observation)> Failures(Statement statement, EvidenceText text, bool isConnected) =>
        from clause in Clauses.Of(statement, 0)
        where clause is { Works: false, OfConnection: true } && !InsideFailures.Says(statement, clause, isConnected)
        let lines = (First: statement.FirstLine(clause.First), Last: statement.FirstLine(clause.End - 1))
        select (lines.First, lines.Last, (Observation)new SymptomReported(Remarks.Cite(text, lines.First, lines.Last), text.Artifact.Host, null, SymptomId.ConnectionFails));

    private static IEnumerable<(int First, int Last, Observation Observation)> Inside(Statement statement, EvidenceText text) =>
        from failure in InsideFailures.In(statement)
        let lines = (First: statement.FirstLine(failure.First), Last: statement.FirstLine(failure.End - 1))
        select (lines.First, lines.Last, (Observation)new SymptomReported(Remarks.Cite(text, lines.First, lines.Last), text.Artifact.Host, null, failure.Symptom));

    /// <summary>Passages do not overlap: remarks that share a line are one.</summary>
    private static IEnumerable<Passage> Passages(List<(int First, int Last, Observation Observation)> seen)
    {
        var repeats = new Dictionary<Observation, int>();
        var kept = seen.Where(one => IsNews(one.Observation, repeats)).OrderBy(one => one.First).ThenBy(one => one.Last).ToArray();
        for (var at = 0; at < kept.Length;)
        {
            var (first, last) = (kept[at].First, kept[at].Last);
            var until = at + 1;
            while (until < kept.Length && kept[until].First <= last)
                last = Math.Max(last, kept[until++].Last);

            yield return new(first, last, [.. kept[at..until].Select(one => one.Observation).Distinct()]);
            at = until;
        }
    }

    private static bool IsNews(Observation observation, Dictionary<Observation, int> repeats)
    {
        var anywhere = observation with { Source = new Citation(observation.Source.Artifact, Locator.All) };
        repeats[anywhere] = repeats.GetValueOrDefault(anywhere) + 1;
        return repeats[anywhere] <= MaxRepeats;
    }
}
