using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>The phrases of one language: <c>Lexicon/en*.json</c>, whose keys are concepts, classes of words and a few settings of the language.</summary>
/// <param name="Markers">Function words by which the language is told from others.</param>
/// <param name="Suffixes">Endings that a word may take and stay the same word.</param>
/// <param name="Abbreviations">Words after which a full stop ends no sentence.</param>
internal sealed record Lexicon(
    string Language, FrozenSet<string> Markers, ImmutableArray<string> Suffixes, FrozenSet<string> Abbreviations, ImmutableArray<Phrase> Phrases)
{
    /// <summary>Shorter words are the same in many languages.</summary>
    private const int ShortestTelling = 4;
    private const string Resource = "lexicon/";
    private const string Settings = "language:";

    private const string Classes = "class:";

    /// <summary>Every longer word of the phrases, folded.</summary>
    public FrozenSet<string> Vocabulary { get; } = Phrases.SelectMany(phrase => phrase.Elements).SelectMany(element => element.Alternatives)
        .Select(word => word.Text).Where(word => word.Length >= ShortestTelling).ToFrozenSet(StringComparer.Ordinal);

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

        return new(
            language, Setting("markers").ToFrozenSet(), suffixes, Setting("abbreviations").ToFrozenSet(),
            [
                .. entries.Where(entry => !entry.Key.StartsWith(Settings, StringComparison.Ordinal) && !entry.Key.StartsWith(Classes, StringComparison.Ordinal))
                    .SelectMany(entry => entry.Value.SelectMany(classes.Expand).Select(phrase => Phrase.Parse(Concept.Parse(entry.Key), phrase, suffixes))),
            ]);

        IEnumerable<string> Setting(string name) => entries.TryGetValue(Settings + name, out var words) ? words.Select(word => Folding.Fold(word)) : [];
    }

    private static string LanguageOf(string file) => file.Split('-')[0];

    private static Dictionary<string, string[]> Entries(string file)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(Resource + file)!;
        return JsonSerializer.Deserialize(stream, NotesJson.Default.DictionaryStringStringArray)!;
    }
}
