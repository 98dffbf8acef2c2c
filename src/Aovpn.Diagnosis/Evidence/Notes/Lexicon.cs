using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>The phrases of one language: <c>Lexicon/en*.json</c>, whose keys are concepts, classes of words and a few settings of the language.</summary>
/// <param name="markers">Function words by which the language is told from others.</param>
/// <param name="suffixes">Endings that a word may take and stay the same word.</param>
/// <param name="abbreviations">Words after which a full stop ends no sentence.</param>
/// <param name="vocabulary">Every longer word of the phrases, folded.</param>
/// <param name="phrases">Written out when they are asked for first: of most languages no text is in, only the words are needed.</param>
internal sealed class Lexicon(
    string language, FrozenSet<string> markers, ImmutableArray<string> suffixes, FrozenSet<string> abbreviations, HashSet<string> vocabulary, Func<ImmutableArray<Phrase>> phrases)
{
    /// <summary>Shorter words are the same in many languages.</summary>
    private const int ShortestTelling = 4;
    private const string Resource = "lexicon/";
    private const string Settings = "language:";

    private const string Classes = "class:";

    private readonly Lazy<ImmutableArray<Phrase>> _phrases = new(phrases);

    public string Language => language;

    public FrozenSet<string> Markers => markers;

    public ImmutableArray<string> Suffixes => suffixes;

    public FrozenSet<string> Abbreviations => abbreviations;

    /// <summary>Every longer word of the phrases, folded.</summary>
    public IReadOnlySet<string> Vocabulary => vocabulary;

    public ImmutableArray<Phrase> Phrases => _phrases.Value;

    public static IEnumerable<string> Names => Files.Select(LanguageOf).Distinct();

    private static IEnumerable<string> Files =>
        typeof(Lexicon).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)).Select(name => name[Resource.Length..]);

    /// <summary>All files of a language: <c>en</c>, <c>en-composed</c>.</summary>
    public static Lexicon Load(string language)
    {
        var entries = Files.Where(file => LanguageOf(file) == language).Order(StringComparer.Ordinal).SelectMany(Entries)
            .GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.SelectMany(entry => entry.Value).ToArray());
        ImmutableArray<string> suffixes = [.. Setting("suffixes")];
        var classes = new WordClasses(entries.Where(entry => entry.Key.StartsWith(Classes, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[Classes.Length..], entry => entry.Value));

        var written = entries.Where(entry => !entry.Key.StartsWith(Settings, StringComparison.Ordinal) && !entry.Key.StartsWith(Classes, StringComparison.Ordinal)).ToArray();
        return new(
            language, Setting("markers").ToFrozenSet(), suffixes, Setting("abbreviations").ToFrozenSet(), Words(written.SelectMany(entry => entry.Value), classes),
            () => WrittenOut(written, classes, suffixes));

        IEnumerable<string> Setting(string name) => entries.TryGetValue(Settings + name, out var words) ? words.Select(word => Folding.Fold(word)) : [];
    }

    private static ImmutableArray<Phrase> WrittenOut(KeyValuePair<string, string[]>[] written, WordClasses classes, ImmutableArray<string> suffixes)
    {
        var parts = new Dictionary<(string Part, int Gap), ImmutableArray<PhraseElement>>();
        var phrases = ImmutableArray.CreateBuilder<Phrase>();
        foreach (var (key, entries) in written)
        {
            var concept = Concept.Parse(key);
            foreach (var phrase in entries.SelectMany(classes.Expand))
                phrases.Add(Phrase.Parse(concept, phrase, suffixes, parts));
        }

        return phrases.ToImmutable();
    }

    /// <summary>The words of phrases; the order of their parts, of which there may be many, does not matter.</summary>
    private static HashSet<string> Words(IEnumerable<string> phrases, WordClasses classes)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var phrase in phrases)
        {
            foreach (var range in phrase.AsSpan().Split(' '))
            {
                if (!known.Add(phrase.AsSpan(range)))
                    continue;
                foreach (var word in Phrase.WordsOf(classes.Written(phrase[range], phrase)))
                {
                    if (word.Text.Length >= ShortestTelling)
                        words.Add(word.Text);
                }
            }
        }

        return words;
    }

    private static string LanguageOf(string file) => file.Split('-')[0];

    private static Dictionary<string, string[]> Entries(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(Resource + file)!;
        return JsonSerializer.Deserialize(stream, NotesJson.Default.DictionaryStringStringArray)!;
    }
}
