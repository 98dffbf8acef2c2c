using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>What a user of a probe's tunnel would complain of: the tunnel stands, and something inside does not answer.</summary>
internal static class InsideSymptoms
{
    public static IEnumerable<(Explained Complaint, Citation Source)> In(CaseFile file)
    {
        var hosts = file.All<Reached>().Where(one => one is { Inside: true, Protocol: "icmp" or "tcp", About.Role: HostRole.VpnServer }).ToArray();
        var nothing = hosts.Length > 0 && hosts.All(host => host.Answered is false && host.Refused is not true);
        foreach (var used in file.All<TunnelUsed>().Where(used => used is { Sent: > 0, Received: 0 }))
            yield return (new(SymptomId.ConnectedNoAccess), used.Source);

        // A host that ignores pings works all the same, where something else of it answers.
        foreach (var host in hosts.Where(host => host.Answered is false && (nothing || host.Protocol == "tcp")))
            yield return (new(SymptomId.ConnectedNoAccess), host.Source);

        foreach (var name in file.All<NameResolved>().Where(name => name is { Inside: true, Addresses.IsEmpty: true }))
            yield return (new(SymptomId.ConnectedNoNames), name.Source);
    }
}
