using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Reads an instance of MDM_VPNv2_01 as Get-WmiObject and Get-CimInstance list it: the profile that is in force on a machine. The console
/// wraps ProfileXML inside tags and words (<see cref="WrappedMarkup"/>).
/// </summary>
public sealed class WmiProfileReader : IPassageReader
{
    public string Kind => "wmi-profile";

    public int Order => 10;

    public Anchors Anchors { get; } = Anchors.Of("ProfileXML");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        foreach (var list in PropertyList.Find(text))
        {
            if (list["ProfileXML"] is { } value && Read(text, list, value) is { } passage)
                yield return passage;
        }
    }

    private static Passage? Read(EvidenceText text, PropertyList list, Property value)
    {
        var xml = WrappedMarkup.Join(value);
        if (xml.Text.StartsWith("&lt;", StringComparison.Ordinal))
            xml = xml.Unescaped();
        var start = xml.Text.IndexOf("<" + ProfilePassage.Root, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;

        var name = list.Value("InstanceID") is { } instance ? Uri.UnescapeDataString(instance) : null;
        var host = list.Value("PSComputerName") ?? list.Value("__SERVER");
        var about = host is null ? Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown) : new(HostRole.Client, host);
        var seen = new ProfilePassage(text, xml).Read(start, ProfileForm.Wmi, about, name, out _);
        if (seen.IsEmpty)
            return null;

        if (seen[0] is ProfileRead profile)
        {
            var fields = list["InstanceID"] is { } named && name is not null
                ? profile.Fields.SetItem(nameof(ProfileRead.Name), new Locator.Lines(named.First, named.Last))
                : profile.Fields;
            seen = seen.SetItem(0, profile with { Fields = fields });
        }

        return new(list.First, list.Last, seen);
    }
}
