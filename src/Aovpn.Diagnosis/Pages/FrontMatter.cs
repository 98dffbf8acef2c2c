using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Pages;

/// <summary>
/// The <c>key: value</c> lines at the head of a page; a list is written <c>[a, b]</c>. Unknown keys are refused. Lines are looked at where they lie:
/// two hundred pages are read whenever something is diagnosed.
/// </summary>
internal sealed class FrontMatter
{
    private const string Between = ": ";

    private readonly ReadOnlyMemory<char> _text;
    private readonly List<(Range Key, Range Value)> _lines = [];
    private long _asked;

    /// <param name="text">Lines ended or parted by line feeds.</param>
    /// <exception cref="FormatException">A line is not of that form, a key stands there twice, or there are more than 64.</exception>
    public FrontMatter(ReadOnlyMemory<char> text)
    {
        _text = text;
        foreach (var line in text.Span.TrimEnd('\n').Split('\n'))
        {
            var start = line.Start.Value;
            var written = text.Span[line];
            var colon = written.IndexOf(Between, StringComparison.Ordinal);
            if (colon <= 0 || _lines.Count == sizeof(long) * 8)
                throw new FormatException($"front matter line '{written}' is not 'key: value'");
            if (Find(written[..colon]) >= 0)
                throw new FormatException($"front matter names '{written[..colon]}' twice");
            _lines.Add((start..(start + colon), (start + colon + Between.Length)..line.End));
        }
    }

    public string Required(string key) => Value(key).ToString();

    public string? Optional(string key) => TryValue(key, out var value) ? value.ToString() : null;

    /// <summary>Items of a list; empty when the key is absent. A comma inside an item cannot be written.</summary>
    /// <param name="read">Reads an item.</param>
    public ImmutableArray<T> List<T>(string key, Func<string, T> read)
    {
        if (!TryValue(key, out var text))
            return [];
        if (text is not ['[', .. var items, ']'])
            throw new FormatException($"'{key}' is not a list in brackets");
        var found = ImmutableArray.CreateBuilder<T>(items.Count(',') + 1);
        foreach (var item in items.Split(','))
        {
            if (items[item].Trim() is { IsEmpty: false } one)
                found.Add(read(one.ToString()));
        }

        return found.DrainToImmutable();
    }

    public ImmutableArray<string> List(string key) => List(key, item => item);

    /// <summary>A member of a closed set, written as in code or in kebab case.</summary>
    public T Of<T>(string key)
        where T : struct, Enum
    {
        var text = Required(key).Replace("-", "", StringComparison.Ordinal);
        return Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"'{key}: {text}' is none of {string.Join(", ", Enum.GetNames<T>())}");
    }

    public bool YesOrNo(string key) => Value(key) switch
    {
        "yes" => true,
        "no" => false,
        var other => throw new FormatException($"'{key}: {other}' is neither yes nor no"),
    };

    public void RefuseUnknown()
    {
        for (var index = 0; index < _lines.Count; index++)
        {
            if ((_asked & (1L << index)) == 0)
                throw new FormatException($"front matter has '{_text.Span[_lines[index].Key]}', which pages do not have");
        }
    }

    private ReadOnlySpan<char> Value(string key) => TryValue(key, out var value) ? value : throw new FormatException($"front matter lacks '{key}'");

    private bool TryValue(string key, out ReadOnlySpan<char> value)
    {
        var index = Find(key);
        value = index < 0 ? [] : _text.Span[_lines[index].Value].Trim();
        if (index >= 0)
            _asked |= 1L << index;
        return index >= 0;
    }

    private int Find(ReadOnlySpan<char> key)
    {
        for (var index = 0; index < _lines.Count; index++)
        {
            if (_text.Span[_lines[index].Key].SequenceEqual(key))
                return index;
        }

        return -1;
    }
}
