using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Reads Get-NetIPInterface where it shows Forwarding: a table, or a listing for each interface.</summary>
public sealed class ForwardingReader : IPassageReader
{
    private const string Column = "Forwarding";
    private const int LinesBetween = 3;

    public string Kind => "get-netipinterface";

    public int Order => 128;

    public Anchors Anchors { get; } = Anchors.Of(Column);

    public IEnumerable<Passage> Find(EvidenceText text) => Tables(text).Concat(Lists(text));

    private static IEnumerable<Passage> Tables(EvidenceText text)
    {
        foreach (var table in ListedTable.Find(text))
        {
            var (name, forwarding, family) = (table.Column("InterfaceAlias", "ifIndex"), table.Column(Column), table.Column("AddressFamily"));
            if (name < 0 || forwarding < 0)
                continue;
            ImmutableArray<InterfaceForwarding> rows =
            [
                .. from row in table.Rows
                   where row[name] is not null && row[forwarding] is "Enabled" or "Disabled"
                   select new InterfaceForwarding(text.Cite(row.Line), row[name]!, IsIPv6(row[family]), row[forwarding] is "Enabled"),
            ];
            if (!rows.IsEmpty)
                yield return new(table.First, table.Last, [new ForwardingListed(text.Cite(table.First, table.Last), text.Artifact.Host, rows)], rows.Length);
        }
    }

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        List<PropertyList> run = [];
        foreach (var list in PropertyList.Find(text).Where(list => list.Has("InterfaceAlias", Column)))
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

    private static Passage Passage(EvidenceText text, List<PropertyList> run)
    {
        var (first, last) = (run[0].First, run[^1].Last);
        return new(
            first, last,
            [
                new ForwardingListed(text.Cite(first, last), text.Artifact.Host,
                [
                    .. run.Select(list => new InterfaceForwarding(
                        text.Cite(list[Column]!.First), list.Value("InterfaceAlias") ?? "", IsIPv6(list.Value("AddressFamily")), list.Value(Column) is "Enabled")),
                ]),
            ],
            run.Count);
    }

    private static bool? IsIPv6(string? family) => family switch { "IPv6" => true, "IPv4" => false, _ => null };
}
