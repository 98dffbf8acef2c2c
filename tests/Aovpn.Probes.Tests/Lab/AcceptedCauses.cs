using Aovpn.Diagnosis.Model;

namespace Aovpn.Probes.Tests.Lab;

/// <summary>A row of <c>tests/lab/CAUSES.tsv</c>: the causes and stages that are right for a fault and a method while no server's log is there.</summary>
/// <param name="IsSeenByStranger">Without credentials.</param>
/// <param name="IsSeenByClient">With credentials.</param>
internal sealed record AcceptedCauses(string Fault, string Method, string[] Causes, string[] Stages, bool IsSeenByStranger, bool IsSeenByClient)
{
    private const string Nothing = "none", Any = "-";
    private static readonly string[] Methods = ["mschapv2", "tls", "peap-tls", "peap-mschapv2", "machine"];

    /// <summary>One for each fault and method.</summary>
    public static IEnumerable<AcceptedCauses> Read(string path) =>
        from line in File.ReadLines(path).Skip(1)
        where line.Length > 0
        let cells = line.Split('\t')
        from method in cells[1] == "any" ? Methods : cells[1].Split(',')
        select new AcceptedCauses(cells[0], method, cells[2].Split(',', ';'), cells[3].Split(','), cells[4] != Nothing, cells[5] != Nothing);

    /// <returns>Null where the first finding is right; else what is wrong.</returns>
    public string? Judge(bool isStranger, Finding? first)
    {
        if (!(isStranger ? IsSeenByStranger : IsSeenByClient))
            return first is null ? null : $"{first.Page.Id} where nothing is to be found";
        if (first is null)
            return Stages.Contains(Nothing) ? null : "nothing found";
        if (!Causes.Contains(Any) && !first.Page.Causes.Intersect(Causes).Any())
            return $"{first.Page.Id} ({string.Join(",", first.Page.Causes)}), accepted {string.Join(",", Causes)}";
        return Stages.Contains($"{first.Page.Stage}") ? null : $"{first.Page.Id} at {first.Page.Stage}, accepted {string.Join(",", Stages)}";
    }
}
