namespace Aovpn.Reports.Json;

/// <param name="Verdict">found, ruled-out, undecided or error.</param>
/// <param name="Explains">Numbers of codes, ids of other symptoms.</param>
/// <param name="First">When it showed first, in the time of the log; null when nothing says.</param>
public sealed record FindingJson(
    int Rank,
    string Id,
    string[] Causes,
    string Title,
    string Verdict,
    string Message,
    string About,
    string Severity,
    string Stage,
    ExplainsJson[] Explains,
    int Count,
    string? First,
    string? Last,
    string[] Affected,
    EvidenceJson[] Evidence,
    FixJson[] Fix,
    string Check);
