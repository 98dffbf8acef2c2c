namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Object identifiers in text.</summary>
internal static class ObjectIdentifiers
{
    /// <summary>Figures in at least three groups: 2.5.29.37.</summary>
    public static bool IsOne(ReadOnlySpan<char> text)
    {
        var dots = text.Count('.');
        return dots >= 2 && text.Length <= 200 && text[0] is >= '0' and <= '2' && !text.ContainsAnyExcept(".0123456789")
            && text[^1] != '.' && text.IndexOf("..") < 0;
    }

    /// <returns>The identifier with which a text begins, before a blank or its end; empty when it does not.</returns>
    public static ReadOnlySpan<char> Leading(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOf(' ');
        var word = blank < 0 ? text : text[..blank];
        return IsOne(word) && word.Count('.') >= 4 ? word : [];
    }

    /// <returns>Identifiers in round brackets: <c>Client Authentication (1.3.6.1.5.5.7.3.2)</c>.</returns>
    public static IEnumerable<string> InBrackets(string text)
    {
        for (var open = text.IndexOf('('); open >= 0; open = text.IndexOf('(', open + 1))
        {
            var close = text.IndexOf(')', open);
            if (close < 0)
                yield break;
            if (IsOne(text.AsSpan(open + 1, close - open - 1)))
                yield return text[(open + 1)..close];
        }
    }
}
