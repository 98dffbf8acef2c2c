using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>Where bytes lie: what the report calls it, and what hosts are compared with.</summary>
/// <param name="Name">The artifact's name.</param>
/// <param name="Path">Full path with forward slashes, entries of archives below their archive.</param>
/// <param name="Shown">The part of the path that the user named or that lies below.</param>
internal sealed record Place(string Name, string Path, string Shown)
{
    public Place Below(string entry) => new(SafeName.Join(Name, entry), SafeName.Join(Path, entry), SafeName.Join(Shown, entry));

    public Artifact Artifact(IntakeContext context) => new(Name, context.HostOf(Path, Shown));
}
