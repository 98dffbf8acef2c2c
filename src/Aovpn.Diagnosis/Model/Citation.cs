namespace Aovpn.Diagnosis.Model;

/// <summary>Where something was seen. Holds no text: excerpts are cut, and redacted, when a report needs them.</summary>
public sealed record Citation(Artifact Artifact, Locator Locator, Provenance Provenance = Provenance.Recorded)
{
    public override string ToString() => Locator is Locator.Whole ? Artifact.Name : $"{Artifact.Name}, {Locator}";
}
