namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Writes out the shorthands of a lexicon, so that a phrase need not be written once for each way to say it: <c>@missing</c> stands for any
/// word of <c>class:missing</c>; <c>root ~ @missing</c> for both orders with up to six words between, as <c>root .. gone</c> and
/// <c>lacks .. root</c>.
/// </summary>
internal sealed class WordClasses(IReadOnlyDictionary<string, string[]> classes)
{
    private const char Class = '@';
    private const string Near = " ~ ";

    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">The phrase names a class that the lexicon lacks.</exception>
    public IEnumerable<string> Expand(string phrase)
    {
        var negation = phrase.StartsWith('!') ? "!" : "";
        string[] parts = [.. phrase.TrimStart('!').Split(Near).Select(part => !part.Contains(Class, StringComparison.Ordinal) ? part : string.Join(' ', part.Split(' ').Select(word => Written(word, phrase))))];
        return parts is [var whole] ? [negation + whole] : Orders(parts).Select(order => negation + string.Join(" .. ", order));
    }

    /// <summary>A word of a phrase with its classes written out.</summary>
    /// <exception cref="FormatException">It names a class that the lexicon lacks.</exception>
    public string Written(string word, string phrase)
    {
        if (!word.Contains(Class, StringComparison.Ordinal))
            return word;
        if (_written.TryGetValue(word, out var known))
            return known;
        var optional = word[0] == '?' ? "?" : "";
        return _written[word] = optional + string.Join('/', word.TrimStart('?').Split('/').Select(one => one[0] != Class ? one
            : classes.TryGetValue(one[1..], out var words) ? string.Join('/', words)
            : throw new FormatException($"'{phrase}' names the class '{one}', which the lexicon lacks")));
    }

    private static IEnumerable<string[]> Orders(string[] parts)
    {
        if (parts.Length == 1)
            return [parts];
        return Enumerable.Range(0, parts.Length).SelectMany(first => Orders([.. parts[..first], .. parts[(first + 1)..]]).Select(rest => (string[])[parts[first], .. rest]));
    }
}
