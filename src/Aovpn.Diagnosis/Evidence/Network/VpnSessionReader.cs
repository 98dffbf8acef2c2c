using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Reads the sessions of a VPN server as Get-RemoteAccessConnectionStatistics prints them, in a table or in lists.</summary>
public sealed class VpnSessionReader : IPassageReader
{
    private const int LinesBetween = 3;

    public string Kind => "vpn-sessions";

    public int Order => 128;

    public Anchors Anchors { get; } = Anchors.Of("ClientIPAddress");

    public IEnumerable<Passage> Find(EvidenceText text) => Tables(text).Concat(Lists(text));

    private static IEnumerable<Passage> Tables(EvidenceText text)
    {
        foreach (var table in ListedTable.Find(text))
        {
            var (address, user, machine) = (table.Column("ClientIPAddress"), table.Column("UserName"), table.Column("HostName"));
            if (address < 0 || user < 0)
                continue;
            ImmutableArray<OpenSession> sessions =
                [.. table.Rows.Where(row => row[address] is not null).Select(row => new OpenSession(text.Cite(row.Line), Name(row[user]), row[address], Name(row[machine])))];
            if (!sessions.IsEmpty)
                yield return new(table.First, table.Last, [new SessionsListed(text.Cite(table.First, table.Last), About(text), sessions)], sessions.Length);
        }
    }

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        List<PropertyList> run = [];
        foreach (var list in PropertyList.Find(text).Where(list => list.Has("ClientIPAddress", "UserName")))
        {
            if (run.Count > 0 && list.First > run[^1].Last + LinesBetween)
            {
                yield return Passage(text, run);
                run = [];
            }

            run.Add(list);
        }

        if (run.Count > 0)
            yield return Passage(text, run);
    }

    private static Passage Passage(EvidenceText text, List<PropertyList> run) => new(
        run[0].First, run[^1].Last,
        [
            new SessionsListed(text.Cite(run[0].First, run[^1].Last), About(text),
                [.. run.Select(list => new OpenSession(text.Cite(list.First, list.Last), Name(list.Value("UserName")), list.Value("ClientIPAddress"), Name(list.Value("HostName"))))]),
        ],
        run.Count);

    private static Host About(EvidenceText text) => Host.VpnServer.Or(text.Artifact.Host.Role is HostRole.VpnServer ? text.Artifact.Host : Host.Unknown);

    /// <summary>Names stand in braces, being lists; what was cut off at the column's width ends with dots and is no name.</summary>
    private static string? Name(string? text) =>
        text?.Trim('{', '}') is { Length: > 0 } name && !name.EndsWith("...", StringComparison.Ordinal) && !name.EndsWith('…') ? name : null;
}
