using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.UserAuthentication;

/// <summary>Only the case of letters differs between the profile's name of NPS and its certificate's. Page: NpsNameInOtherCase.md.</summary>
public sealed class NpsNameInOtherCase() : FleetRule(new("profile", HostRole.Client), new("machine-store", HostRole.NpsServer), new("windows-edition", HostRole.Client))
{
    /// <summary>The first build of Windows 11.</summary>
    private const int Windows11 = 22000;

    private static readonly Need Windows = new("windows-edition", HostRole.Client);

    public override IEnumerable<Verdict> Judge(CaseFile file)
    {
        if (NpsCertificates.In(file) is not var (_, certificate))
            yield break;
        string[] names = [.. certificate.DnsNames ?? [], certificate.CommonName];
        var client = file.All<WindowsSeen>().FirstOrDefault(seen => seen.About.Role is HostRole.Client or HostRole.Unknown && seen.Build is not null);
        foreach (var eap in file.All<ProfileRead>().Select(profile => profile.Eap).OfType<EapConfiguration>().Where(eap => eap.ValidatesServer is not false))
        {
            var place = eap.Cite(nameof(EapConfiguration.ServerNames));
            if (eap.ServerNames.Any(name => names.Contains(name, StringComparer.Ordinal)))
            {
                yield return Verdict.RuledOut($"the profile writes the name of NPS as its certificate does, letter by letter", place);
            }
            else if (eap.ServerNames.FirstOrDefault(name => names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } other)
            {
                var written = names.First(name => name.Equals(other, StringComparison.OrdinalIgnoreCase));
                yield return client switch
                {
                    null => Verdict.Undecided($"the profile writes {Hole.Host(other)} and the certificate of NPS {Hole.Host(written)}; whether the client runs Windows 11 is not shown", place) with { Needs = [Windows] },
                    { Build: < Windows11 } => Verdict.RuledOut($"the client runs build {client.Build.Value}, in which the case of letters makes no difference", client.Cite(nameof(WindowsSeen.Build))),
                    _ => Verdict.Found($"the profile writes {Hole.Host(other)} and the certificate of NPS {Hole.Host(written)}; Windows 11 compares letter by letter", place, client.Cite(nameof(WindowsSeen.Build))),
                };
            }
        }
    }
}
