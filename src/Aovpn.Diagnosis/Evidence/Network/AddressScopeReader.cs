using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Reads Get-DhcpServerv4Scope and Get-DhcpServerv4ScopeStatistics, as tables and as lists.</summary>
public sealed class AddressScopeReader : IPassageReader
{
    private const int LinesBetween = 3;

    public string Kind => "dhcp-scopes";

    public int Order => 131;

    public Anchors Anchors { get; } = Anchors.Of("ScopeId");

    public IEnumerable<Passage> Find(EvidenceText text) => Tables(text).Concat(Lists(text));

    private static IEnumerable<Passage> Tables(EvidenceText text)
    {
        foreach (var table in ListedTable.Find(text))
        {
            var (scope, free, used, state) = (table.Column("ScopeId"), table.Column("Free"), table.Column("InUse"), table.Column("State"));
            if (scope < 0 || free < 0 && state < 0)
                continue;
            ImmutableArray<AddressScope> scopes =
            [
                .. from row in table.Rows
                   where row[scope] is { } id && AddressText.Parse(id) is not null
                   select new AddressScope(text.Cite(row.Line), row[scope]!, Number(row[free]), Number(row[used]), Active(row[state])),
            ];
            if (!scopes.IsEmpty)
                yield return new(table.First, table.Last, [new AddressScopesListed(text.Cite(table.First, table.Last), text.Artifact.Host, scopes)], scopes.Length);
        }
    }

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        List<PropertyList> run = [];
        foreach (var list in PropertyList.Find(text).Where(list => list.Has("ScopeId") && (list["Free"] ?? list["State"]) is not null))
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
            new AddressScopesListed(text.Cite(run[0].First, run[^1].Last), text.Artifact.Host,
            [
                .. run.Select(list => new AddressScope(
                    text.Cite((list["Free"] ?? list["State"])!.First), list.Value("ScopeId") ?? "", Number(list.Value("Free")), Number(list.Value("InUse")), Active(list.Value("State")))),
            ]),
        ],
        run.Count);

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? Active(string? state) => state switch { "Active" => true, "InActive" or "Inactive" => false, _ => null };
}
