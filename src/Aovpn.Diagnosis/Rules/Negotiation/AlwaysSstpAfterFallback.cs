using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>Windows has written SSTP first into the phonebook of a connection that should try IKEv2 first. Page: AlwaysSstpAfterFallback.md.</summary>
public sealed class AlwaysSstpAfterFallback() : Rule<ProfileRead>(HostRole.Client, "phonebook")
{
    /// <summary>VS_SstpFirst, VS_Ikev2First and VS_Ikev2Sstp of ras.h.</summary>
    private const int SstpFirst = 6, Ikev2First = 8, Ikev2ThenSstp = 14;

    private const string Fallback = "sstp-fallback";

    protected override Verdict? Judge(ProfileRead seen, CaseFile file)
    {
        if (seen is not { Form: ProfileForm.Phonebook, VpnStrategy: { } strategy } || IsMeant(file) is not { } meant)
            return null;
        var name = Hole.Host(seen.Name ?? "the connection");
        var place = seen.Cite(nameof(ProfileRead.VpnStrategy));
        return strategy switch
        {
            SstpFirst => Verdict.Found($"VpnStrategy of {name} is {strategy}: SSTP is tried first", place, meant.Source),
            Ikev2First or Ikev2ThenSstp => Verdict.RuledOut($"VpnStrategy of {name} is {strategy}: IKEv2 is tried first", place),
            _ => null,
        };
    }

    /// <summary>Somebody says that it stays with SSTP: an order that an administrator chose is no fault.</summary>
    private static Observation? IsMeant(CaseFile file) => file.All<TopicMentioned>().FirstOrDefault(topic => topic is { Topic: Fallback, Negated: false });
}
