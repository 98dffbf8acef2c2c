using System.Text.RegularExpressions;

namespace Aovpn.Generators.Evtx;

/// <summary>
/// What evtx_dump.py (python-evtx) says of a record, in the form of <see cref="FlatEvent"/>. It writes attributes and elements whose value is
/// absent, times with a blank, binary data in base 64, and an array of strings as one text with elements that it escaped.
/// </summary>
public static partial class PythonReading
{
    private const string Begin = "<Events>", End = "</Events>";

    /// <exception cref="FormatException">The output does not end as it should: the program broke off.</exception>
    public static IEnumerable<List<string>> Events(string output)
    {
        var (begin, end) = (output.IndexOf(Begin, StringComparison.Ordinal), output.LastIndexOf(End, StringComparison.Ordinal));
        if (begin < 0 || end < begin)
            throw new FormatException("evtx_dump.py broke off");
        return FlatEvent.All(LibevtxReading.Legal(output[(begin + Begin.Length)..end])).Select(values => Valued(values.SelectMany(Same)));
    }

    /// <summary>Without what has no value, which python-evtx writes and Windows leaves out.</summary>
    public static List<string> Valued(IEnumerable<string> values) => [.. values.Where(value => !value.EndsWith('='))];

    private static IEnumerable<string> Same(string value)
    {
        var path = value[..(value.IndexOf('=', StringComparison.Ordinal) + 1)];
        var text = value[path.Length..];
        if (text.StartsWith("<string>", StringComparison.Ordinal))
            return Item().Matches(text).Select(item => path + FlatEvent.Same(item.Groups["item"].Value));
        if (path.EndsWith("/Binary=", StringComparison.Ordinal) && text.Length > 0)
            return [path + Convert.ToHexString(Convert.FromBase64String(text))];
        if (path.EndsWith("@SystemTime=", StringComparison.Ordinal) && text.Length > 10)
            return [path + text.Replace(' ', 'T')[..(text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').Length : text.Length)] + "Z"];
        return [value];
    }

    [GeneratedRegex("<string>(?<item>.*?)</string>", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Item();
}
