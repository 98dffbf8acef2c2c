using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>The certificate that should prove the machine lies in the user's store, and the machine's store has none that can.</summary>
public sealed class CertificateInWrongStore() : FleetRule(new("machine-store", HostRole.Client), new("user-store", HostRole.Client))
{
    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        ImmutableArray<StoreListed> machine = [.. file.All<StoreListed>(HostRole.Client).Where(PersonalStores.IsMachines)];
        ImmutableArray<StoreListed> user = [.. file.All<StoreListed>(HostRole.Client).Where(store => store is { Store: "My", Location: StoreLocation.CurrentUser })];
        if (machine.IsEmpty || user.IsEmpty)
            yield break;

        if (machine.SelectMany(store => store.Certificates).FirstOrDefault(certificate => MachineCertificateFitness.Of(certificate, file.AsOf).IsFit is not false) is { } good)
        {
            yield return Verdict.RuledOut($"the machine's store itself holds {Hole.Subject(good.Subject)}", good.Cite(nameof(Certificate.Subject)));
            yield break;
        }

        if (!TunnelKinds.UseMachineCertificate(file) || machine.FirstOrDefault(store => store.Complete) is not { } complete)
            yield break;

        foreach (var certificate in user.SelectMany(store => store.Certificates))
        {
            if (MachineCertificateFitness.Of(certificate, file.AsOf).IsFit is not false)
            {
                yield return Verdict.Found($"{Hole.Subject(certificate.Subject)} lies in the user's store, and the machine's store has no certificate that can be used", certificate.Cite(nameof(Certificate.Subject)), complete.Cite(nameof(StoreListed.Store)));
                yield break;
            }
        }
    }
}
