using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>The phrases of one language: <c>Lexicon/en.json</c>, whose keys are concepts and a few settings of the language.</summary>
/// <param name="Markers">Function words by which the language is told from others.</param>
/// <param name="Suffixes">Endings that a word may take and stay the same word.</param>
/// <param name="Abbreviations">Words after which a full stop ends no sentence.</param>
internal sealed record Lexicon(
    string Language, FrozenSet<string> Markers, ImmutableArray<string> Suffixes, FrozenSet<string> Abbreviations, ImmutableArray<Phrase> Phrases)
{
    private const string Resource = "lexicon/";
    private const string Settings = "language:";

    public static IEnumerable<string> Names =>
        typeof(Lexicon).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)).Select(name => name[Resource.Length..]);

    public static Lexicon Load(string language)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(Resource + language)!;
        var entries = JsonSerializer.Deserialize(stream, NotesJson.Default.DictionaryStringStringArray)!;
        ImmutableArray<string> suffixes = [.. Setting("suffixes")];

        return new(
            language, Setting("markers").ToFrozenSet(), suffixes, Setting("abbreviations").ToFrozenSet(),
            [
                .. entries.Where(entry => !entry.Key.StartsWith(Settings, StringComparison.Ordinal))
                    .SelectMany(entry => entry.Value.Select(phrase => Phrase.Parse(Concept.Parse(entry.Key), phrase, suffixes))),
            ]);

        IEnumerable<string> Setting(string name) => entries.TryGetValue(Settings + name, out var words) ? words.Select(word => Folding.Fold(word)) : [];
    }
}
