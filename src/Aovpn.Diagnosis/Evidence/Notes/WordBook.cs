using System.Collections.Concurrent;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Keeps what was worked out of a word: texts of a hundred thousand words have few thousand different ones.</summary>
/// <param name="of">What is worked out; the same word always gives the same.</param>
internal sealed class WordBook<T>(Func<string, T> of)
{
    private const int MostWords = 20_000;
    private const int LongestWord = 32;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);
    private int _count;

    public T this[string word] => _known.TryGetValue(word, out var known) ? known : Keep(word, of(word));

    public T Of(ReadOnlySpan<char> word)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known))
            return known;
        var written = word.ToString();
        return Keep(written, of(written));
    }

    /// <summary>Long words and those with figures are not met again.</summary>
    private T Keep(string word, T value)
    {
        if (_count < MostWords && word.Length <= LongestWord && word.AsSpan().IndexOfAnyInRange('0', '9') < 0 && _known.TryAdd(word, value))
            Interlocked.Increment(ref _count);
        return value;
    }
}
