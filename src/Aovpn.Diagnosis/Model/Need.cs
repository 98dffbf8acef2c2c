namespace Aovpn.Diagnosis.Model;

/// <summary>A kind of observation about a host without which a rule cannot decide.</summary>
/// <param name="Kind">Key of a row in <c>Catalogue/needs.json</c>, which names the evidence and the command that collects it.</param>
/// <param name="From">The host the evidence is collected on.</param>
public sealed record Need(string Kind, HostRole From)
{
    public override string ToString() => $"{Kind} of {From}";
}
