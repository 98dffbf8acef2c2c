using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// Reads Get-NpsRadiusClient: one listing for each client. Their shared secrets stand among the properties and are not looked at.
/// Listings that follow each other are one answer.
/// </summary>
public sealed class RadiusClientReader : IPassageReader
{
    public string Kind => "nps-radius-clients";

    public int Order => 132;

    public Anchors Anchors { get; } = Anchors.Of("SharedSecret", "VendorName", "AuthAttributeRequired");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var group = new List<PropertyList>();
        foreach (var list in PropertyList.Find(text).Where(list => list.Has("Name", "Address") && (list["SharedSecret"] ?? list["VendorName"] ?? list["AuthAttributeRequired"]) is not null))
        {
            if (group.Count > 0 && !Follows(text, group[^1].Last, list.First))
            {
                yield return Read(text, group);
                group.Clear();
            }

            group.Add(list);
        }

        if (group.Count > 0)
            yield return Read(text, group);
    }

    private static bool Follows(EvidenceText text, int last, int first)
    {
        for (var line = last + 1; line < first; line++)
        {
            if (!string.IsNullOrWhiteSpace(text[line]))
                return false;
        }

        return true;
    }

    private static Passage Read(EvidenceText text, List<PropertyList> clients)
    {
        var host = Host.NpsServer.Or(text.Artifact.Host.Role is HostRole.NpsServer ? text.Artifact.Host : Host.Unknown);
        ImmutableArray<string> addresses = [.. clients.Where(client => client.Value("Enabled") is not "False").Select(client => client.Value("Address")).OfType<string>()];
        var addressLines = clients.Select(client => client["Address"]!).ToList();
        var (first, last) = (clients[0].First, clients[^1].Last);
        var listed = new RadiusClientsListed(text.Cite(first, last), host, addresses)
        {
            Fields = ImmutableDictionary<string, Locator>.Empty.Add(nameof(RadiusClientsListed.Addresses), new Locator.Lines(addressLines[0].First, addressLines[^1].Last)),
        };
        return new(first, last, [listed], clients.Count);
    }
}
