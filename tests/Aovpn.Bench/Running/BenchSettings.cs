namespace Aovpn.Bench.Running;

/// <summary>How much is measured.</summary>
/// <param name="Quick">Small inputs and few rounds: shows that the frame works and roughly where the ratios are.</param>
/// <param name="Rounds">Times that each program runs, all of them in turn.</param>
/// <param name="Folder">Where inputs are made; kept for the next run.</param>
/// <param name="Program">The published program, aovpn.</param>
internal sealed record BenchSettings(bool Quick, int Rounds, string Folder, string Program)
{
    private const long Mebi = 1 << 20;

    public long InputBytes => Quick ? 128 * Mebi : 1024 * Mebi;

    public string File(string name) => Path.Combine(Folder, (Quick ? "quick-" : "") + name);
}
