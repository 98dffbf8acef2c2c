using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Which lexicon reads which paragraph: by its script, else by its words, else as the whole text.</summary>
internal sealed class LanguageGuess
{
    /// <summary>Function words tell languages apart better than nouns do, which languages borrow.</summary>
    private const int Marker = 3;

    private readonly LexiconSet _lexicons;
    private readonly string _whole;

    public LanguageGuess(LexiconSet lexicons, ImmutableArray<Sentence> sentences)
    {
        _lexicons = lexicons;
        _whole = Best(sentences.SelectMany(sentence => sentence.Words).Take(3_000), LexiconSet.English);
    }

    public string Of(IEnumerable<Sentence> paragraph) => Best(paragraph.SelectMany(sentence => sentence.Words), _whole);

    private string Best(IEnumerable<Word> words, string otherwise)
    {
        var (kana, han, cyrillic) = (0, 0, 0);
        var scores = new Dictionary<string, int>();
        foreach (var word in words)
        {
            var letter = word.Text[0];
            kana += letter is >= '\u3040' and <= '\u30FF' ? 1 : 0;
            han += letter is >= '\u3400' and <= '\u9FFF' ? 1 : 0;
            cyrillic += letter is >= '\u0400' and <= '\u04FF' ? 1 : 0;
            foreach (var lexicon in _lexicons.Lexicons)
            {
                var score = (lexicon.Markers.Contains(word.Text) ? Marker : 0) + (lexicon.Language != LexiconSet.Neutral && lexicon.Vocabulary.Contains(word.Text) ? 1 : 0);
                if (score > 0)
                    scores[lexicon.Language] = scores.GetValueOrDefault(lexicon.Language) + score;
            }
        }

        if (kana > 1)
            return "ja";
        if (han > 1)
            return otherwise == "ja" ? "ja" : "zh";
        if (cyrillic > 1)
            return "ru";

        var best = scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key == otherwise ? 0 : 1).ThenBy(score => score.Key, StringComparer.Ordinal).FirstOrDefault();
        return best.Value > scores.GetValueOrDefault(otherwise) ? best.Key : otherwise;
    }
}
