namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// A listing of one object as PowerShell's Format-List prints it: names in one column, values in another, wrapped at the width of the
/// console with their continuation indented. Some copies put an empty line between all lines.
/// </summary>
internal sealed record PropertyList(int First, int Last, IReadOnlyList<Property> Properties)
{
    public Property? this[string name]
    {
        get
        {
            foreach (var property in Properties)
            {
                if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    return property;
            }

            return null;
        }
    }

    /// <summary>A property's value; null when it is absent or empty.</summary>
    public string? Value(string name) => this[name]?.Value is { Length: > 0 } value ? value : null;

    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is null)
                return false;
        }

        return true;
    }

    /// <summary>All listings of a text with two properties at least, in order.</summary>
    public static IEnumerable<PropertyList> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (PropertyLine.Parse(text[line]) is not { } start)
                continue;
            var list = new PropertyListScan(text, line, start.Indent).Read();
            line = list.Last;
            if (list.Properties.Count > 1)
                yield return list;
        }
    }
}
