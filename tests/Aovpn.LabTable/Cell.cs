namespace Aovpn.LabTable;

/// <summary>One cell of the table.</summary>
/// <param name="Seen">The first finding, or "nothing".</param>
/// <param name="Problem">Null where it is right.</param>
/// <param name="Starved">Why it was tried twice; null where once was enough.</param>
internal sealed record Cell(Expectation Row, Vantage Vantage, string Seen, string? Problem, string? Starved)
{
    public bool IsRight => Problem is null;

    public override string ToString() =>
        $"{Row.Fault}\t{Row.Method}\t{Vantage.ToString().ToLowerInvariant()}\t{(IsRight ? "right" : "WRONG")}\t{Problem ?? Seen}{(Starved is null ? "" : $"\t(the second time: {Starved})")}";
}
