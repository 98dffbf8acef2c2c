using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// A sentence with what it mentions, after the grammar has spoken: what is negated, guessed, asked, quoted or meant otherwise.
/// </summary>
internal sealed class Statement
{
    private const int NegationReach = 7;
    private const int AbsenceReach = 2;
    private const int ShownReach = 4;

    /// <summary>Null where there is but one.</summary>
    private readonly int[]? _segments;
    private HashSet<Mention>? _negated;
    private ILookup<string, Mention>? _words;
    private ILookup<ConceptKind, Mention>? _kinds;

    public Statement(Sentence sentence, PhraseIndex phrases)
    {
        Sentence = sentence;
        var all = phrases.Find(sentence.Words);
        Codes = CodeMentions.Find(sentence, all);
        Mentions = all.IsEmpty ? [] : all.RemoveAll(mention => IsShadowed(mention, all));
        IsWindowsOwn = Mentions.Any(mention => mention.Concept.Kind is ConceptKind.Code);
        IsTrial = Has("trial") && Has("other-message");
        IsAsked = sentence.IsQuestion && !Has("why") && (!phrases.KnowsQuestions || Words("asks").Any(word => word.First == 0));
        _segments = Segments();
        if (!Mentions.IsEmpty)
            Negate();
    }

    public Sentence Sentence { get; }

    public ImmutableArray<Mention> Mentions { get; }

    public ImmutableArray<CodeMention> Codes { get; }

    /// <summary>A sentence that Windows shows: of its words only the code counts, not the firewalls and routers it speaks of.</summary>
    public bool IsWindowsOwn { get; }

    /// <summary>A question that states nothing; "why does it drop?" states that it drops, and so does "It drops?".</summary>
    public bool IsAsked { get; }

    /// <summary>
    /// "If I take the root away, the message becomes another": what is tried out is not the state that fails, and that something else
    /// fails then shows that it was sound.
    /// </summary>
    public bool IsTrial { get; }

    /// <summary>Parts between commas and conjunctions, counted from 0.</summary>
    public int SegmentOf(int word) => _segments is null ? 0 : _segments[Math.Min(word, _segments.Length - 1)];

    public bool IsNegated(Mention mention) => mention.IsNegated ^ (_negated?.Contains(mention) ?? false);

    /// <summary>Said for certain: not guessed, not asked, not quoted.</summary>
    public bool IsStated(Mention mention) => !Sentence.Words[mention.First].Quoted && IsCertain(mention);

    /// <summary>Said for certain, or read from the screen: a quotation after "says", "sees", "the message" is what Windows shows.</summary>
    public bool IsStatedOrShown(Mention mention) => (!Sentence.Words[mention.First].Quoted || IsShown(mention.First)) && IsCertain(mention);

    private bool IsCertain(Mention mention) =>
        !(IsWindowsOwn && mention.End > Of(ConceptKind.Code).First().First) && !IsAsked && !(IsTrial && mention.Concept.Kind is ConceptKind.Topic or ConceptKind.Change or ConceptKind.Since)
        && !Words("hedge").Any(hedge => hedge.End <= mention.First && Unbroken(hedge.End, mention.First));

    private bool IsShown(int word)
    {
        while (word > 0 && Sentence.Words[word - 1].Quoted)
            word--;
        return Words("code").Any(shows => shows.End <= word && word - shows.End < ShownReach);
    }

    public bool Has(string word) => Words(word).Any();

    public IEnumerable<Mention> Words(string value) =>
        Mentions.IsEmpty ? [] : (_words ??= Of(ConceptKind.Word).ToLookup(mention => mention.Concept.Value, StringComparer.Ordinal))[value];

    public IEnumerable<Mention> Of(ConceptKind kind) => Mentions.IsEmpty ? [] : (_kinds ??= Mentions.ToLookup(mention => mention.Concept.Kind))[kind];

    /// <summary>"not connected": the word belongs to a failure that begins before it.</summary>
    public bool IsDenied(int word) => Of(ConceptKind.Outcome).Any(outcome => outcome.Concept.Value != "works" && outcome.First < word && outcome.Covers(word));

    public int FirstLine(int word) => Sentence.Words[word].Line;

    private bool Unbroken(int from, int to)
    {
        for (var at = from; at <= to; at++)
        {
            if (Sentence.Words[at].AfterBreak)
                return false;
        }

        return !Words("but").Any(but => but.First >= from && but.First < to);
    }

    /// <summary>Part of a longer phrase of the same kind, or of words that mean something else.</summary>
    /// <param name="all">In the order in which they begin.</param>
    private static bool IsShadowed(Mention mention, ImmutableArray<Mention> all)
    {
        foreach (var other in all)
        {
            if (other.First >= mention.End)
                break;
            if (other.Overlaps(mention) && !ReferenceEquals(other, mention) && Shadows(other, mention))
                return true;
        }

        return false;
    }

    private static bool Shadows(Mention other, Mention mention) => other.Concept.Kind switch
    {
        ConceptKind.Ignore when mention.Concept.Kind is ConceptKind.Symptom => other.Contains(mention),
        ConceptKind.Ignore => other.Overlaps(mention) && !mention.Contains(other) && mention.Concept.Kind is not (ConceptKind.Code or ConceptKind.Symptom or ConceptKind.Topic or ConceptKind.Change),
        ConceptKind.Code => other.Overlaps(mention) && mention.Concept.Kind is not ConceptKind.Code,
        ConceptKind.Outcome => other.Contains(mention) && mention.Concept.Kind is ConceptKind.Outcome,
        ConceptKind.Topic when mention.Concept is { Kind: ConceptKind.Noun, Value: "device" or "user" } => !other.HasGap && other.Contains(mention),
        ConceptKind.Topic or ConceptKind.When or ConceptKind.Other => !other.HasGap && other.Contains(mention) && mention.Concept.Kind == other.Concept.Kind,
        _ => false,
    } || (mention.Concept is { Kind: ConceptKind.Word, Value: "negator" or "unable" }
        && other.Concept.Kind is not (ConceptKind.Word or ConceptKind.When or ConceptKind.Noun) && other.Covers(mention.First) && other.Contains(mention));

    private int[]? Segments()
    {
        var words = Sentence.Words;
        int[] cuts = [.. Words("but").Select(but => but.First), .. Words("and").Select(and => and.First).Where(SeparatesOutcomes)];
        int[]? segments = null;
        for (var at = 1; at < words.Length; at++)
        {
            var isCut = words[at].AfterComma || (cuts.Length > 0 && cuts.AsSpan().Contains(at));
            if (isCut)
                segments ??= new int[words.Length];
            if (segments is not null)
                segments[at] = segments[at - 1] + (isCut ? 1 : 0);
        }

        return segments;
    }

    private bool SeparatesOutcomes(int and) =>
        Of(ConceptKind.Outcome).Any(outcome => outcome.End <= and) && Of(ConceptKind.Outcome).Any(outcome => outcome.First > and);

    /// <summary>A negation turns round the first thing named after it; absence behind a thing turns that round.</summary>
    private void Negate()
    {
        foreach (var negator in Mentions.Where(mention => mention.Concept is { Kind: ConceptKind.Word, Value: "negator" or "unable" }))
        {
            var reached = Mentions.Where(mention => CanBeNegated(mention, negator) && mention.First >= negator.End
                && mention.First - negator.End < NegationReach && SegmentOf(mention.First) == SegmentOf(negator.First)).ToArray();
            if (reached.Length == 0)
            {
                NegateBefore(negator);
                continue;
            }

            var first = reached.Min(mention => mention.First);
            var until = reached.Where(mention => mention.First == first).Max(mention => mention.End);
            foreach (var mention in reached.Where(mention => mention.First < until))
                Toggle(mention);
            if (negator.Concept.Value == "negator")
                NegateList(until);
        }

        foreach (var absence in Words("absent"))
        {
            foreach (var mention in Of(ConceptKind.Topic).Where(topic => topic.End <= absence.First && absence.First - topic.End < AbsenceReach
                && SegmentOf(topic.First) == SegmentOf(absence.First)))
            {
                Toggle(mention);
            }
        }
    }

    /// <summary>"by name not": nothing follows, so the condition before it is denied where the part has no outcome of its own.</summary>
    private void NegateBefore(Mention negator)
    {
        var segment = SegmentOf(negator.First);
        if (Of(ConceptKind.Outcome).Any(outcome => SegmentOf(outcome.First) == segment))
            return;
        var condition = Mentions.LastOrDefault(mention => mention.Concept.Kind is ConceptKind.When or ConceptKind.Other
            && mention.End <= negator.First && SegmentOf(mention.First) == segment);
        if (condition is not null)
            Toggle(condition);
    }

    private static bool CanBeNegated(Mention mention, Mention negator) => mention.Concept.Kind switch
    {
        ConceptKind.Topic => negator.Concept.Value == "negator" && !negator.Overlaps(mention),
        ConceptKind.Word => mention.Concept.Value is "only" && negator.Concept.Value == "negator",
        ConceptKind.Outcome or ConceptKind.Symptom or ConceptKind.Change or ConceptKind.All or ConceptKind.When or ConceptKind.Other or ConceptKind.Differs => true,
        _ => false,
    };

    /// <summary>"no firewall, proxy or antivirus": the list goes on as long as each thing follows a comma or a conjunction at once.</summary>
    private void NegateList(int until)
    {
        while (until < Sentence.Words.Length)
        {
            var joined = Words("or").FirstOrDefault(or => or.First == until);
            if (joined is null && !Sentence.Words[until].AfterComma)
                return;
            var start = joined?.End ?? until;
            var next = Of(ConceptKind.Topic).Where(topic => topic.First == start).ToArray();
            if (next.Length == 0)
                return;
            foreach (var topic in next)
                Toggle(topic);
            until = next.Max(topic => topic.End);
        }
    }

    private void Toggle(Mention mention) => (_negated ??= []).Add(mention);
}
