using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>All lexicons. Names of products and protocols are the same in every language (<c>any</c>); so are English topics, which
/// administrators use everywhere.</summary>
internal sealed class LexiconSet
{
    public const string English = "en";
    public const string Neutral = "any";

    private static readonly Lazy<LexiconSet> Ours = new(() => new([.. Lexicon.Names.Select(Lexicon.Load)]));

    /// <summary>Function words tell languages apart better than nouns do, which languages borrow.</summary>
    private const int Marker = 3;

    private readonly ConcurrentDictionary<string, PhraseIndex> _indexes = [];

    private readonly ConcurrentDictionary<string, Spelling> _spellings = [];

    /// <summary>The few words with figures: of a log's numbers no other needs to be looked up.</summary>
    private readonly HashSet<string> _withFigures;

    private LexiconSet(ImmutableArray<Lexicon> lexicons)
    {
        Lexicons = lexicons;
        _withFigures = lexicons.SelectMany(lexicon => lexicon.Vocabulary.Concat(lexicon.Markers)).Where(HasFigures).ToHashSet(StringComparer.Ordinal);
        Scores = new(Score);
    }

    public static LexiconSet Default => Ours.Value;

    public ImmutableArray<Lexicon> Lexicons { get; }

    /// <summary>What a folded word says for each lexicon, by number, in which it is known.</summary>
    public WordBook<ImmutableArray<(int Lexicon, int Score)>> Scores { get; }

    public bool IsAbbreviation(string word) => Lexicons.Any(lexicon => lexicon.Abbreviations.Contains(word));

    public PhraseIndex In(string language) => _indexes.GetOrAdd(language, name => new(Lexicons.SelectMany(lexicon =>
        lexicon.Language == name || lexicon.Language == Neutral ? lexicon.Phrases
        : lexicon.Language == English ? [.. lexicon.Phrases.Where(phrase => phrase.Concept.Kind is ConceptKind.Topic or ConceptKind.Code)]
        : [])));

    public Spelling SpellingOf(string language) => _spellings.GetOrAdd(language, name => new(
        Lexicons.Where(lexicon => lexicon.Language == name || lexicon.Language is Neutral or English).SelectMany(lexicon => lexicon.Vocabulary.Concat(lexicon.Markers)),
        Lexicons.Where(lexicon => lexicon.Language == name).Select(lexicon => lexicon.Suffixes).FirstOrDefault([])));

    private static bool HasFigures(string word) => word.AsSpan().ContainsAnyInRange('0', '9');

    private ImmutableArray<(int Lexicon, int Score)> Score(string word) => HasFigures(word) && !_withFigures.Contains(word) ? [] :
    [
        .. from lexicon in Lexicons.Index()
           let score = (lexicon.Item.Markers.Contains(word) ? Marker : 0) + (lexicon.Item.Language != Neutral && lexicon.Item.Vocabulary.Contains(word) ? 1 : 0)
           where score > 0
           select (lexicon.Index, score),
    ];
}
