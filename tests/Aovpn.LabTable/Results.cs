using System.Globalization;

namespace Aovpn.LabTable;

/// <summary>What came of all rows and pairs; each is printed as it comes.</summary>
internal sealed class Results
{
    /// <summary>Of the cells with logs, how many must have the exact cause first; every other cell must be right.</summary>
    private const double WithLogs = 0.95;

    private readonly Lock _lock = new();
    private readonly List<Cell> _cells = [];
    private readonly List<PairOutcome> _pairs = [];

    public IEnumerable<Cell> Cells => _cells;

    public IEnumerable<PairOutcome> Pairs => _pairs;

    public int Right => _cells.Count(cell => cell.IsRight) + _pairs.Count(pair => pair.IsRight);

    public int Wrong => _cells.Count + _pairs.Count - Right;

    public bool IsAccepted => Wrong == 0 || (Missed(cell => cell.Vantage is not Vantage.Logs) == 0 && Missed(cell => cell.Row.IsHealthy(Vantage.Logs)) == 0
        && Share(Vantage.Logs) >= WithLogs && _pairs.All(pair => pair.IsRight));

    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        as a stranger {Count(Vantage.Stranger)}, with credentials {Count(Vantage.Credentials)}, with logs too {Count(Vantage.Logs)} ({Share(Vantage.Logs):0.0%}); pairs {_pairs.Count(pair => pair.IsRight)} of {_pairs.Count}
        {_cells.Concat(_pairs.SelectMany(pair => pair.Both.Concat(pair.Healed))).Count(cell => cell.Starved is not null)} cells were tried a second time on a starved machine
        {Right} passed, {Wrong} failed, 0 skipped
        """);

    public void Add(IEnumerable<Cell> cells)
    {
        foreach (var cell in cells)
        {
            lock (_lock)
            {
                _cells.Add(cell);
                Console.WriteLine(cell);
            }
        }
    }

    public void Add(PairOutcome pair)
    {
        lock (_lock)
        {
            _pairs.Add(pair);
            Console.WriteLine(pair);
        }
    }

    private int Missed(Func<Cell, bool> which) => _cells.Count(cell => which(cell) && !cell.IsRight);

    private double Share(Vantage vantage) => _cells.Where(cell => cell.Vantage == vantage).Select(cell => cell.IsRight ? 1.0 : 0).DefaultIfEmpty(1).Average();

    private string Count(Vantage vantage) =>
        string.Create(CultureInfo.InvariantCulture, $"{_cells.Count(cell => cell.Vantage == vantage && cell.IsRight)} of {_cells.Count(cell => cell.Vantage == vantage)}");
}
