namespace Aovpn.LabTable;

/// <summary>A row of CAUSES.tsv.</summary>
/// <param name="WithLogs">Causes that are right whatever is known.</param>
/// <param name="WithoutLogs">Causes that are right as long as the servers' logs are not there.</param>
/// <param name="Classes">What each vantage point can tell apart, in their order; "none" where it sees nothing.</param>
internal sealed record Expectation(string Fault, string Method, string[] WithLogs, string[] WithoutLogs, string[] Stages, string[] Classes)
{
    public static readonly string[] Methods = ["mschapv2", "tls", "peap-tls", "peap-mschapv2", "machine"];

    private const string Nothing = "none";

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

    /// <summary>Whether nothing is to be found from there.</summary>
    public bool IsHealthy(Vantage vantage) => Classes[(int)vantage] == Nothing;

    /// <returns>Null where the answer is right; else what is wrong.</returns>
    /// <param name="asksServers">The class holds faults that only a server's log tells apart.</param>
    public string? Judge(Vantage vantage, Answer answer, bool asksServers)
    {
        if (answer.Trouble is { } trouble)
            return trouble;
        if (IsHealthy(vantage))
            return answer.First is { } false_ ? $"{false_} where nothing is to be found" : null;
        if (answer.First is not { } first)
            return Stages.Contains(Nothing) ? null : "nothing found";

        var accepted = vantage is Vantage.Logs ? WithLogs : [.. WithLogs, .. WithoutLogs];
        if (!accepted.Contains("-") && !first.Causes.Intersect(accepted).Any())
            return $"{first} ({string.Join(",", first.Causes)}), accepted {string.Join(",", accepted)}";
        if (!Stages.Contains(first.Stage))
            return $"{first} at {first.Stage}, accepted {string.Join(",", Stages)}";

        return asksServers && !answer.AsksServers ? $"{first}, but nothing says which of the servers' records separates the class" : null;
    }

    /// <summary>
    /// Whether only the servers' records settle it: the class of this row holds rows that the logs tell apart, or causes that are right only without them.
    /// Then the next step must be to get them.
    /// </summary>
    public bool IsSplitByLogs(Vantage vantage, IEnumerable<Expectation> all) => vantage is not Vantage.Logs && !IsHealthy(vantage)
        && (WithoutLogs.Length > 0 || all.Where(other => other.Classes[(int)vantage] == Classes[(int)vantage]).Select(other => other.Classes[(int)Vantage.Logs]).Distinct().Count() > 1);

    private static string[] Words(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
