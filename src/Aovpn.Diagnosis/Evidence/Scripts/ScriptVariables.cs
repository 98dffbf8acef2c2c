using Aovpn.Diagnosis.Evidence.Profiles;

namespace Aovpn.Diagnosis.Evidence.Scripts;

/// <summary>Variables of a script that hold a literal string on one line, and their names put in place of them.</summary>
internal sealed class ScriptVariables
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public ScriptVariables(IEnumerable<ScriptString> strings)
    {
        foreach (var assigned in strings.Where(each => each.AssignedTo is not null && each.FirstLine == each.LastLine && !each.Content.Text.Contains('$')))
            _values.TryAdd(assigned.AssignedTo!, assigned.Content.Text);
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The text of a string that expands, with known values put in. Unknown variables are left out and named.</summary>
    public (MappedText Text, List<string> Unknown) Expand(MappedText content)
    {
        var expanded = new MappedText.Builder();
        var unknown = new List<string>();
        for (var at = 0; at < content.Text.Length; at++)
        {
            var name = content.Text[at] == '$' ? Name(content.Text, at + 1) : "";
            if (name.Length == 0)
            {
                expanded.Append([content.Text[at]], content.LineAt(at));
                continue;
            }

            if (_values.TryGetValue(name, out var value))
                expanded.Append(value, content.LineAt(at));
            else
                unknown.Add(name);
            at += name.Length;
        }

        return (expanded.Build(), unknown);
    }

    private static string Name(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return start < text.Length ? text[start..end] : "";
    }
}
