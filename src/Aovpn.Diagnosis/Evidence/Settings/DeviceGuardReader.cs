using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>Reads Win32_DeviceGuard as Get-CimInstance lists it: SecurityServicesRunning holds 1 where Credential Guard runs.</summary>
public sealed class DeviceGuardReader : IPassageReader
{
    private const string Running = "SecurityServicesRunning";

    public string Kind => "device-guard";

    public int Order => 135;

    public Anchors Anchors { get; } = Anchors.Of(Running);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        foreach (var list in PropertyList.Find(text))
        {
            if (list[Running] is not { Value.Length: > 0 } running)
                continue;
            var about = Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown);
            yield return new(list.First, list.Last, [new CredentialGuardSeen(text.Cite(running.First, running.Last), about, running.Items.Contains("1"))]);
        }
    }
}
