using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Profile;

/// <summary>An adapter's DNS suffix is one of the trusted networks, so Windows takes itself to be inside and does not dial. Page: TrustedNetworkOutside.md.</summary>
public sealed class TrustedNetworkOutside() : PairRule<ProfileRead, InterfacesListed>(HostRole.Client, "profile", HostRole.Client, "interfaces")
{
    protected override Verdict? Judge(ProfileRead left, ImmutableArray<InterfacesListed> right, CaseFile file)
    {
        if (left.TrustedNetworks.IsEmpty || file.Observations.FirstOrDefault(one => one is SymptomReported { Symptom: SymptomId.NeverDials }) is not { } symptom)
            return null;

        var adapters = right.SelectMany(listed => listed.Interfaces).Where(one => !one.IsTunnel && !one.Addresses.IsEmpty).ToArray();
        if (adapters.FirstOrDefault(one => IsTrusted(one, left)) is { } inside)
        {
            return Verdict.Found(
                $"{Hole.Host(inside.Name)} has the DNS suffix {Hole.Host(inside.DnsSuffix!)}, which TrustedNetworkDetection of the profile names: Windows takes itself to be in the office and does not dial",
                inside.Cite(nameof(Interface.DnsSuffix)), left.Cite(nameof(ProfileRead.TrustedNetworks)), symptom.Source);
        }

        return adapters.Length == 0 ? null : Verdict.RuledOut($"no adapter has a DNS suffix of TrustedNetworkDetection", left.Cite(nameof(ProfileRead.TrustedNetworks)));
    }

    private static bool IsTrusted(Interface one, ProfileRead profile) =>
        one.DnsSuffix is { Length: > 0 } suffix && profile.TrustedNetworks.Contains(suffix, StringComparer.OrdinalIgnoreCase);
}
