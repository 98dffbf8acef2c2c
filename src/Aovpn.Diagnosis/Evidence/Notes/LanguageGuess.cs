using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Which lexicon reads which paragraph: by its script, else by its words, else as the whole text.</summary>
internal sealed class LanguageGuess
{
    private readonly LexiconSet _lexicons;
    private readonly string _whole;

    public LanguageGuess(LexiconSet lexicons, ImmutableArray<Sentence> sentences)
    {
        _lexicons = lexicons;
        _whole = Best(Spoken(sentences).Take(3_000), LexiconSet.English);
    }

    public string Of(IEnumerable<Sentence> paragraph) => Best(Spoken(paragraph), _whole);

    /// <summary>The person's own words: a dialog that is quoted is in the language of Windows. Where all is quoted, it is all there is.</summary>
    private static IEnumerable<Word> Spoken(IEnumerable<Sentence> sentences)
    {
        var isAllQuoted = sentences.All(sentence => sentence.Words.All(word => word.Quoted));
        foreach (var sentence in sentences)
        {
            foreach (var word in sentence.Words)
            {
                if (isAllQuoted || !word.Quoted)
                    yield return word;
            }
        }
    }

    private string Best(IEnumerable<Word> words, string otherwise)
    {
        var (kana, han, cyrillic) = (0, 0, 0);
        var points = new int[_lexicons.Lexicons.Length];
        foreach (var word in words)
        {
            var letter = word.Text[0];
            kana += letter is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            han += letter is >= '\u3400' and <= '\u9FFF' ? 1 : 0;
            cyrillic += letter is >= '\u0400' and <= '\u04FF' ? 1 : 0;
            foreach (var (lexicon, score) in _lexicons.Scores[word.Text])
                points[lexicon] += score;
        }

        if (kana > 1)
            return "ja";
        if (han > 1)
            return otherwise == "ja" ? "ja" : "zh";
        if (cyrillic > 1)
            return "ru";

        var scores = new Dictionary<string, int>();
        for (var at = 0; at < points.Length; at++)
        {
            if (points[at] > 0)
                scores[_lexicons.Lexicons[at].Language] = points[at];
        }

        var best = scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key == otherwise ? 0 : 1).ThenBy(score => score.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value > scores.GetValueOrDefault(otherwise) ? best.Key : otherwise;
    }
}
