namespace Aovpn.Diagnosis.Trust;

/// <summary>Distinguished names in one form: tools print their parts in either order, with and without blanks.</summary>
internal static class NameForms
{
    public static string Normal(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Replace(" = ", "=", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).ToUpperInvariant())
            .Select(part => part.StartsWith("S=", StringComparison.Ordinal) ? "ST=" + part[2..] : part)
            .ToArray();
        Array.Sort(parts, StringComparer.Ordinal);
        return string.Join(',', parts);
    }
}
