namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Cuts a line into words. Names, addresses and signed codes stay whole; hyphenated words are two.</summary>
internal static class WordSplitter
{
    private const int MaxWord = 128;

    public static IEnumerable<(string Raw, int Start)> Split(string line)
    {
        var at = 0;
        while (at < line.Length)
        {
            if (IsIdeograph(line[at]))
            {
                yield return (line.Substring(at, 1), at);
                at++;
                continue;
            }

            if (!char.IsLetterOrDigit(line[at]) && !IsMinus(line, at))
            {
                at++;
                continue;
            }

            var end = at + 1;
            var dotted = false;
            while (end < line.Length && Continues(line, end, ref dotted))
                end++;

            if (end - at <= MaxWord)
            {
                foreach (var part in Parts(line, at, end, dotted))
                    yield return part;
            }

            at = end;
        }
    }

    public static bool IsIdeograph(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';

    private static bool Continues(string line, int at, ref bool dotted)
    {
        var letter = line[at];
        if (IsIdeograph(letter))
            return false;
        if (char.IsLetterOrDigit(letter) || letter == '_')
            return true;
        if (letter is not ('.' or '-' or '\'' or '’' or '@') || at + 1 >= line.Length || !char.IsLetterOrDigit(line[at + 1]) || IsIdeograph(line[at + 1]))
            return false;
        dotted |= letter is '.' or '@';
        return true;
    }

    /// <summary>A minus sign of a code: <c>-2146762495</c>.</summary>
    private static bool IsMinus(string line, int at) =>
        line[at] == '-' && (at == 0 || !char.IsLetterOrDigit(line[at - 1])) && at + 10 <= line.Length && line.AsSpan(at + 1, 9).IndexOfAnyExceptInRange('0', '9') < 0;

    private static IEnumerable<(string Raw, int Start)> Parts(string line, int start, int end, bool dotted)
    {
        if (dotted || line[start] == '-')
        {
            yield return (line[start..end], start);
            yield break;
        }

        for (var at = start; at < end;)
        {
            var hyphen = line.IndexOf('-', at, end - at);
            var stop = hyphen < 0 ? end : hyphen;
            if (stop > at)
                yield return (line[at..stop], at);
            at = stop + 1;
        }
    }
}
