using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>The VPN server refuses everything that Windows proposes without a policy of its own, and takes stronger groups. Page: DefaultGroupTooWeak.md.</summary>
public sealed class DefaultGroupTooWeak() : FleetRule(new Need("capture", HostRole.Client))
{
    private const int Group2 = 2;

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (file.All<SuiteAsked>().FirstOrDefault(one => one is { Asked: SuiteAsked.WindowsDefault, Accepted: not null }) is not { } asked)
            yield break;

        if (asked.Accepted is true)
        {
            yield return Verdict.RuledOut($"the VPN server takes what Windows proposes by default", asked.Cite(nameof(SuiteAsked.Accepted))) with { About = asked.About, At = asked.At };
            yield break;
        }

        // A connection with a policy of its own does not propose the defaults.
        if (file.All<ProfileRead>().Any(profile => !profile.CryptographySuite.IsEmpty) || OffersAnother(file))
            yield break;

        if (file.All<SuiteAsked>().FirstOrDefault(one => one is { Accepted: true, Group: not null and not Group2 }) is { Group: { } group } taken)
        {
            yield return Verdict.Found(
                $"the VPN server refuses everything that Windows proposes by default, which is group {Group2} throughout, and takes group {group}",
                asked.Cite(nameof(SuiteAsked.Accepted)), taken.Cite(nameof(SuiteAsked.Group))) with { About = Host.Client, At = asked.At };
        }
    }

    /// <summary>The probe was told of a proposal of the client's, and the VPN server takes it.</summary>
    private static bool OffersAnother(CaseFile file) => file.All<SuiteAsked>().Any(one => one is { Asked: SuiteAsked.OfferOfTheClient, Accepted: true });
}
