using System.Globalization;

namespace Aovpn.Bench.Running;

/// <summary>Runs the contenders in turn, round after round, and counts only times of right answers.</summary>
internal sealed class ComparisonRun(Comparison comparison, int rounds)
{
    private readonly int _rounds = Math.Max(rounds, comparison.LeastRounds);
    private readonly Dictionary<string, List<Measured>> _times = [];
    private readonly HashSet<string> _wrong = [];

    /// <exception cref="InvalidOperationException">A contender that must be right answers wrongly.</exception>
    public void Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{comparison.Title}, {comparison.Bytes / 1e6:F0} MB, {_rounds} rounds"));
        foreach (var contender in comparison.Contenders)
            Check(contender);
        for (var round = 0; round < _rounds; round++)
        {
            foreach (var contender in comparison.Contenders.Where(contender => !_wrong.Contains(contender.Name)))
                _times[contender.Name].Add(Right(contender) ?? throw new InvalidOperationException($"{contender.Name}: right once and wrong the next time"));
        }
    }

    /// <summary>Markdown: one table of times, one of goals.</summary>
    public IEnumerable<string> Report()
    {
        yield return $"### {comparison.Title}";
        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{comparison.Bytes / 1e6:F0} MB, {_rounds} rounds, medians.");
        yield return "";
        yield return "| program | wall s | CPU s | work alone s | MB per CPU second | peak MiB |";
        yield return "| --- | --- | --- | --- | --- | --- |";
        foreach (var contender in comparison.Contenders)
            yield return Row(contender);
        yield return "";
        yield return "| ratio | measured: median (least-most of a round) | floor | mark | |";
        yield return "| --- | --- | --- | --- | --- |";
        foreach (var goal in comparison.Goals)
            yield return Row(goal);
        yield return "";
    }

    /// <summary>How often the peer's time holds ours, round by round.</summary>
    public Spread? Ratio(Goal goal) => _times.TryGetValue(goal.Ours, out var ours) && _times.TryGetValue(goal.Peer, out var peer) && ours.Count > 0 && peer.Count > 0
        ? Spread.Of(ours.Zip(peer, (mine, theirs) => theirs.Of(goal.Measure) / mine.Of(goal.Measure)))
        : null;

    private void Check(Contender contender)
    {
        _times[contender.Name] = [];
        if (Right(contender) is not null)
            return;
        _wrong.Add(contender.Name);
        Console.WriteLine($"  {contender.Name}: wrong answer, not measured");
        if (!contender.MayBeWrong)
            throw new InvalidOperationException($"{comparison.Title}: {contender.Name} gives a wrong answer");
    }

    private static Measured? Right(Contender contender)
    {
        var (output, measured) = ChildProcess.Run(contender.Command);
        if (!contender.After.IsEmpty)
            ChildProcess.Run(contender.After);
        return contender.Answer(output) == contender.Expected ? measured : null;
    }

    private string Row(Contender contender)
    {
        if (_wrong.Contains(contender.Name))
            return $"| {contender.Name} | wrong answer | | | | |";
        var times = _times[contender.Name];
        var (wall, cpu) = (Spread.Of(times.Select(one => one.Wall)).Median, Spread.Of(times.Select(one => one.Cpu)).Median);
        var alone = times[0].InProcess is null ? "" : Spread.Of(times.Select(one => one.InProcess ?? 0)).Median.ToString("F3", CultureInfo.InvariantCulture);
        var peak = times[0].Peak is null ? "" : (times.Max(one => one.Peak ?? 0) >> 20).ToString(CultureInfo.InvariantCulture);
        var row = string.Create(CultureInfo.InvariantCulture, $"| {contender.Name} | {wall:F3} | {cpu:F3} | {alone} | {(contender.Bytes ?? comparison.Bytes) / 1e6 / cpu:F0} | {peak} |");
        Console.WriteLine("  " + row);
        return row;
    }

    private string Row(Goal goal)
    {
        var what = $"{goal.Peer} / {goal.Ours}, {goal.Measure switch { Measure.Wall => "wall", Measure.Cpu => "CPU", _ => "work alone" }}";
        if (Ratio(goal) is not { } ratio)
            return $"| {what} | not measured | | | |";
        var verdict = ratio.Median >= goal.Mark ? "mark reached" : ratio.Median >= goal.Floor ? "floor reached" : "**missed**";
        var row = string.Create(CultureInfo.InvariantCulture, $"| {what} | {ratio} | {goal.Floor:0.##} | {goal.Mark:0.##} | {verdict} |");
        Console.WriteLine("  " + row);
        return row;
    }
}
