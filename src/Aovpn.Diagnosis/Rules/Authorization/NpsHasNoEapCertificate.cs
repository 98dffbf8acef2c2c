using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>
/// NPS cannot run the EAP type because it has no certificate for it: its personal store holds none with Server Authentication that is in force.
/// Page: NpsHasNoEapCertificate.md.
/// </summary>
public sealed class NpsHasNoEapCertificate() : RadiusReasonRule(22)
{
    public override ImmutableArray<Need> Needs => [new("nps-events", HostRole.NpsServer), new("machine-store", HostRole.NpsServer)];

    protected override Verdict? Judge(RadiusDecision seen, Code reason, CaseFile file)
    {
        var store = file.All<StoreListed>(HostRole.NpsServer)
            .FirstOrDefault(listed => listed is { Store: "My", Complete: true } && listed.Location is not StoreLocation.CurrentUser);
        if (store is null)
            return null;
        if (store.Certificates.FirstOrDefault(certificate => certificate.Allows(Purpose.ServerAuthentication) is not false) is { } usable)
        {
            return Verdict.RuledOut(
                $"NPS has {Hole.Subject(usable.CommonName)}, which is not barred from Server Authentication", usable.Cite(nameof(Certificate.Purposes)));
        }

        return store.Certificates is [var first, ..]
            ? Verdict.Found(
                $"NPS cannot run the EAP type for {User(seen)} ({reason}): of {store.Certificates.Length} certificates in its personal store none allows Server Authentication ({Hole.Plain(Purpose.ServerAuthentication)}); {Hole.Subject(first.CommonName)} does not",
                seen.Cite(nameof(RadiusDecision.Reason)), first.Cite(nameof(Certificate.Purposes)))
            : Verdict.Found(
                $"NPS cannot run the EAP type for {User(seen)} ({reason}): its personal store holds no certificate", seen.Cite(nameof(RadiusDecision.Reason)));
    }
}
