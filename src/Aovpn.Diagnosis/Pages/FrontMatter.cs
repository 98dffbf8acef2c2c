using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Pages;

/// <summary>The <c>key: value</c> lines at the head of a page; a list is written <c>[a, b]</c>. Unknown keys are refused.</summary>
internal sealed class FrontMatter
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public FrontMatter(ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0)
                throw new FormatException($"front matter line '{line}' is not 'key: value'");
            if (!_values.TryAdd(line[..colon], line[(colon + 2)..].Trim()))
                throw new FormatException($"front matter names '{line[..colon]}' twice");
        }
    }

    public string Required(string key) => Optional(key) ?? throw new FormatException($"front matter lacks '{key}'");

    public string? Optional(string key)
    {
        _asked.Add(key);
        return _values.GetValueOrDefault(key);
    }

    /// <summary>Items of a list; empty when the key is absent. A comma inside an item cannot be written.</summary>
    public ImmutableArray<string> List(string key)
    {
        if (Optional(key) is not { } text)
            return [];
        if (!text.StartsWith('[') || !text.EndsWith(']'))
            throw new FormatException($"'{key}' is not a list in brackets");
        return [.. text[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>A member of a closed set, written as in code or in kebab case.</summary>
    public T Of<T>(string key)
        where T : struct, Enum
    {
        var text = Required(key).Replace("-", "", StringComparison.Ordinal);
        return Enum.TryParse<T>(text, ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"'{key}: {text}' is none of {string.Join(", ", Enum.GetNames<T>())}");
    }

    public bool YesOrNo(string key) => Required(key) switch
    {
        "yes" => true,
        "no" => false,
        var other => throw new FormatException($"'{key}: {other}' is neither yes nor no"),
    };

    public void RefuseUnknown()
    {
        foreach (var key in _values.Keys)
        {
            if (!_asked.Contains(key))
                throw new FormatException($"front matter has '{key}', which pages do not have");
        }
    }
}
