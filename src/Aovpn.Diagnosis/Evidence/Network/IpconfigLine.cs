namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>A line <c>Label . . . . : value</c>.</summary>
/// <param name="Dotted">Dots lead from the label to the colon.</param>
internal readonly record struct IpconfigLine(string Label, string Value, bool Dotted)
{
    /// <returns>Null for other lines: continuations hold a value only.</returns>
    public static IpconfigLine? Parse(string line)
    {
        var text = line.Replace('\u00A0', ' ').Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || AddressText.Parse(text) is not null)
            return null;
        var leader = text[..colon].TrimEnd();
        var label = leader.TrimEnd('.', ' ');
        return label.Length == 0 ? null : new(label, text[(colon + 1)..].Trim(), leader.Length > label.Length);
    }
}
