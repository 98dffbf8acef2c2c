namespace Aovpn.LabTable;

/// <summary>One lab and one client, trying rows and pairs one after the other. What is wrong on a starved machine is tried once again, and says so.</summary>
/// <param name="rows">Every row there is, for what a class holds.</param>
internal sealed class Trial(Lab lab, Client client, Expectation[] rows)
{
    private static readonly Vantage[] WithCredentials = [Vantage.Credentials, Vantage.Logs];

    /// <summary>Every method against one fault.</summary>
    public IEnumerable<Cell> Fault(string fault, IEnumerable<Expectation> methods)
    {
        var name = fault switch { "healthy" => null, "loss" => "loss=5", "latency" => "latency=40", _ => fault };
        if (name is null)
            lab.Heal();
        var trouble = name is null || lab.Only(name) ? null : "the lab cannot inject it";
        string[] faults = name is null ? [] : [fault];
        foreach (var row in methods)
        {
            foreach (var cell in Stranger(row, faults, trouble))
                yield return cell;
            foreach (var cell in Client(row, faults, trouble))
                yield return cell;
        }
    }

    public PairOutcome Pair(Pair pair)
    {
        var (earlier, later) = (pair.Earlier.Fault, pair.Later.Fault);
        if (!lab.Only(earlier, later))
            return new(pair, [], [], "the lab cannot inject them together");
        var both = Client(pair.Earlier, [earlier, later], null).ToArray();
        lab.Heal(earlier);
        return new(pair, both, [.. Client(pair.Later, [later], null)], null);
    }

    private IEnumerable<Cell> Stranger(Expectation row, string[] faults, string? trouble) =>
        Tried(row, [Vantage.Stranger], trouble, () => [client.AsStranger(faults, row.Method)]);

    private IEnumerable<Cell> Client(Expectation row, string[] faults, string? trouble) => Tried(row, WithCredentials, trouble, () =>
    {
        var (credentials, logs) = client.WithCredentials(faults, row.Method);
        return [credentials, logs];
    });

    private IEnumerable<Cell> Tried(Expectation row, Vantage[] vantages, string? trouble, Func<Answer[]> run)
    {
        if (trouble is not null)
            return vantages.Select(vantage => new Cell(row, vantage, "nothing", trouble, null));

        var starved = Starvation.Watching();
        var cells = Judged(row, vantages, run(), null);
        return cells.All(cell => cell.IsRight) || starved() is not { } why ? cells : Judged(row, vantages, run(), why);
    }

    private Cell[] Judged(Expectation row, Vantage[] vantages, Answer[] answers, string? starved) =>
        [.. vantages.Zip(answers, (vantage, answer) => new Cell(row, vantage, answer.First?.ToString() ?? "nothing", row.Judge(vantage, answer, row.IsSplitByLogs(vantage, rows)), starved))];
}
