using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>Namespaces of the profile begin with https, which names something Windows does not know. Page: NamespacesWithHttps.md.</summary>
public sealed class NamespacesWithHttps() : Rule<ProfileRead>(HostRole.Client, "profile")
{
    protected override Verdict? Judge(ProfileRead seen, CaseFile file) => seen.WrongNamespaces.IsEmpty ? null : Verdict.Found(
        $"{seen.WrongNamespaces.Length} of the profile's namespaces are written with https; Windows knows them with http, the first is {Hole.Plain(seen.WrongNamespaces[0])}",
        seen.Cite(nameof(ProfileRead.WrongNamespaces)));
}
