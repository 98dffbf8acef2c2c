namespace Aovpn.Diagnosis.Model;

/// <summary>A kind of observation about a host without which a rule cannot decide.</summary>
/// <param name="Kind">Key of a row in <c>Catalogue/needs.json</c>, which names the evidence and the command that collects it.</param>
/// <param name="From">The host the evidence is collected on.</param>
public sealed record Need(string Kind, HostRole From)
{
    /// <summary>Reads the form in which pages write a need: <c>compare-network@Client</c>.</summary>
    /// <exception cref="FormatException">The text is of another form or names no role.</exception>
    public static Need Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && Enum.TryParse<HostRole>(text[(at + 1)..], out var role)
            ? new(text[..at], role)
            : throw new FormatException($"need '{text}' is not of the form evidence@Role");
    }

    public override string ToString() => $"{Kind} of {From}";
}
