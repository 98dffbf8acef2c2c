namespace Aovpn.LabTable;

/// <summary>A row of CAUSES.tsv.</summary>
/// <param name="WithLogs">Causes that are right whatever is known.</param>
/// <param name="WithoutLogs">Causes that are right as long as the servers' logs are not there.</param>
/// <param name="Classes">What a stranger, a client and a client with logs can tell apart; "none" where that vantage point sees nothing.</param>
internal sealed record Expectation(string Fault, string Method, string[] WithLogs, string[] WithoutLogs, string[] Stages, string[] Classes)
{
    public static readonly string[] Methods = ["mschapv2", "tls", "peap-tls", "peap-mschapv2", "machine"];

    /// <summary>One row for each fault and method.</summary>
    public static IEnumerable<Expectation> Read(string path)
    {
        foreach (var line in File.ReadLines(path).Skip(1).Where(line => line.Length > 0))
        {
            var cells = line.Split('\t');
            var causes = cells[2].Split(';');
            foreach (var method in cells[1] == "any" ? Methods : cells[1].Split(','))
                yield return new(cells[0], method, Words(causes[0]), causes.Length > 1 ? Words(causes[1]) : [], Words(cells[3]), [cells[4], cells[5], cells[6]]);
        }
    }

    /// <summary>Whether nothing is to be found from a vantage point: 0 stranger, 1 with credentials, 2 with logs.</summary>
    public bool IsHealthy(int vantage) => Classes[vantage] == "none";

    /// <returns>Null where the first finding is right; else what is wrong.</returns>
    /// <param name="first">The first finding that is found or undecided; null where nothing is.</param>
    public string? Judge(int vantage, (string Id, string[] Causes, string Stage, string Verdict)? first)
    {
        if (IsHealthy(vantage))
            return first is { } false_ ? $"{false_.Verdict} {false_.Id} where nothing is to be found" : null;
        if (first is not { } seen)
            return Stages.Contains("none") ? null : "nothing found";

        var accepted = vantage == 2 ? WithLogs : [.. WithLogs, .. WithoutLogs];
        if (!accepted.Contains("-") && !seen.Causes.Intersect(accepted).Any())
            return $"{seen.Verdict} {seen.Id} ({string.Join(",", seen.Causes)}), accepted {string.Join(",", accepted)}";

        return Stages.Contains(seen.Stage) ? null : $"{seen.Id} at {seen.Stage}, accepted {string.Join(",", Stages)}";
    }

    private static string[] Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
