using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>NPS throws requests away because they carry no Message-Authenticator: events 17 and 4418. Page: MessageAuthenticatorDemanded.md.</summary>
public sealed class MessageAuthenticatorDemanded() : NpsSystemEventRule(17, 4418)
{
    protected override Verdict Judge(EventLogged seen) => Verdict.Found(
        $"NPS event {seen.EventId}: a request of {Client(seen)} carries no Message-Authenticator, which NPS demands", seen.Cite(nameof(EventLogged.EventId)));
}
