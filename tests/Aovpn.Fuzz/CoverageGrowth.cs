namespace Aovpn.Fuzz;

/// <summary>How many edges were seen after how many executions.</summary>
internal sealed class CoverageGrowth
{
    /// <summary>Growth in the last quarter that still counts as none: now and then an edge is seen that needs two rare things at once.</summary>
    private const double FlatShare = 0.005;

    private readonly List<(long Executions, int Edges)> _samples = [];

    /// <summary>After each quarter of all executions.</summary>
    public int[] Quarters => [After(0.25), After(0.5), After(0.75), After(1)];

    public static bool IsFlat(int before, int after) => after - before <= after * FlatShare;

    public void Add(long executions, int edges) => _samples.Add((executions, edges));

    public bool IsFlat(long executions, int edges) => _samples.Count > 0 && IsFlat(At(executions * 3 / 4), edges);

    private int After(double share) => _samples.Count == 0 ? 0 : At((long)(_samples[^1].Executions * share));

    /// <summary>Samples are taken at equal distances, but for the last.</summary>
    private int At(long executions)
    {
        var place = (int)Math.Min(_samples.Count - 1, executions * _samples.Count / Math.Max(1, _samples[^1].Executions));
        while (place > 0 && _samples[place].Executions > executions)
            place--;
        while (place + 1 < _samples.Count && _samples[place + 1].Executions <= executions)
            place++;
        return _samples[place].Edges;
    }
}
