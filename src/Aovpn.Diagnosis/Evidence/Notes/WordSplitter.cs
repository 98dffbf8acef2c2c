namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Cuts a line into words. Names, addresses and signed codes stay whole; hyphenated words are two.</summary>
internal ref struct WordSplitter(ReadOnlySpan<char> line)
{
    private const int MaxWord = 128;

    private readonly ReadOnlySpan<char> _line = line;
    private int _at;
    private int _part;
    private int _partsEnd;

    /// <summary>Where the word begins in the line.</summary>
    public int Start { get; private set; }

    /// <summary>The word as written.</summary>
    public ReadOnlySpan<char> Raw { get; private set; }

    public static List<string> Split(string line)
    {
        var words = new List<string>();
        for (var splitter = new WordSplitter(line); splitter.MoveNext();)
            words.Add(splitter.Raw.ToString());
        return words;
    }

    public bool MoveNext()
    {
        while (true)
        {
            while (_part < _partsEnd)
            {
                var hyphen = _line[_part.._partsEnd].IndexOf('-');
                var (start, stop) = (_part, hyphen < 0 ? _partsEnd : _part + hyphen);
                _part = stop + 1;
                if (stop > start)
                    return Take(start, stop);
            }

            if (_at >= _line.Length)
                return false;
            if (IsIdeograph(_line[_at]))
                return Take(_at, ++_at);
            if (!char.IsLetterOrDigit(_line[_at]) && !IsMinus(_at))
            {
                _at++;
                continue;
            }

            var (first, end, dotted) = (_at, _at + 1, false);
            while (end < _line.Length && Continues(end, ref dotted))
                end++;
            _at = end;
            if (end - first > MaxWord)
                continue;
            if (dotted || _line[first] == '-')
                return Take(first, end);
            (_part, _partsEnd) = (first, end);
        }
    }

    public static bool IsIdeograph(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';

    private bool Take(int start, int end)
    {
        Start = start;
        Raw = _line[start..end];
        return true;
    }

    private readonly bool Continues(int at, ref bool dotted)
    {
        var letter = _line[at];
        if (char.IsAsciiLetterOrDigit(letter))
            return true;
        if (IsIdeograph(letter))
            return false;
        if (char.IsLetterOrDigit(letter) || letter == '_')
            return true;
        if (letter is not ('.' or '-' or '\'' or '’' or '@') || at + 1 >= _line.Length || !char.IsLetterOrDigit(_line[at + 1]) || IsIdeograph(_line[at + 1]))
            return false;
        dotted |= letter is '.' or '@';
        return true;
    }

    /// <summary>A minus sign of a code: <c>-2146762495</c>.</summary>
    private readonly bool IsMinus(int at) =>
        _line[at] == '-' && (at == 0 || !char.IsLetterOrDigit(_line[at - 1])) && at + 10 <= _line.Length && _line.Slice(at + 1, 9).IndexOfAnyExceptInRange('0', '9') < 0;
}
