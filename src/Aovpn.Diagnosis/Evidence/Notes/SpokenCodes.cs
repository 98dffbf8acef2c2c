using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Codes read out and written down as words: "error eight-oh-nine", "code six ninety one", "thirteen eight oh six". Only behind a word
/// such as "error", and only where the digits make a code that deployments are known to show.
/// </summary>
internal static class SpokenCodes
{
    private const int FewestWords = 2;
    private const int MostWords = 6;

    /// <summary>"error code eight oh nine": so many words may stand between the word and the number.</summary>
    private const int Near = 2;

    private static readonly FrozenDictionary<string, int> Small = new[]
    {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    }.Index().Append((0, "oh")).Append((0, "o")).ToFrozenDictionary(one => one.Item2, one => one.Item1);

    private static readonly FrozenDictionary<string, int> Tens = new[] { "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety" }
        .Index().ToFrozenDictionary(one => one.Item, one => 10 * (one.Index + 2));

    public static IEnumerable<CodeMention> Find(Sentence sentence, ImmutableArray<Mention> mentions)
    {
        if (!mentions.Any(IsCodeWord))
            yield break;
        for (var at = 0; at < sentence.Words.Length; at++)
        {
            if (!IsAnnounced(mentions, at) || Longest(sentence.Words, at) is not { } found)
                continue;
            yield return found;
            at = found.End - 1;
        }
    }

    private static bool IsAnnounced(ImmutableArray<Mention> mentions, int at) => mentions.Any(mention =>
        IsCodeWord(mention) && mention.End <= at && at - mention.End < Near);

    private static bool IsCodeWord(Mention mention) => mention.Concept is { Kind: ConceptKind.Word, Value: "code" };

    /// <summary>The longest run of number words from here whose digits are a code.</summary>
    private static CodeMention? Longest(ImmutableArray<Word> words, int at)
    {
        CodeMention? longest = null;
        for (var end = at + FewestWords; end <= Math.Min(words.Length, at + MostWords); end++)
        {
            if (Digits(words.AsSpan()[at..end]) is { } digits && uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && (KnownCodes.IsFamiliar(number) || KnownCodes.IsUnmistakable(number)))
            {
                longest = new(Code.Windows(number), at, end);
            }
        }

        return longest;
    }

    /// <returns>Null where a word is no number: "eight hundred and nine" and "eight oh nine" are both 809.</returns>
    private static string? Digits(ReadOnlySpan<Word> words)
    {
        var digits = "";
        for (var at = 0; at < words.Length; at++)
        {
            if (Small.TryGetValue(words[at].Text, out var small))
            {
                digits += small.ToString(CultureInfo.InvariantCulture);
            }
            else if (Tens.TryGetValue(words[at].Text, out var ten))
            {
                var unit = at + 1 < words.Length && Small.TryGetValue(words[at + 1].Text, out var next) && next is > 0 and < 10 ? next : 0;
                at += unit > 0 ? 1 : 0;
                digits += (ten + unit).ToString(CultureInfo.InvariantCulture);
            }
            else if (words[at].Text == "hundred" && digits.Length is 1 or 2)
            {
                var rest = words[(at + 1)..];
                rest = !rest.IsEmpty && rest[0].Text == "and" ? rest[1..] : rest;
                return rest.IsEmpty ? digits + "00" : Digits(rest) is { Length: <= 2 } end ? digits + end.PadLeft(2, '0') : null;
            }
            else
            {
                return null;
            }
        }

        return digits;
    }
}
