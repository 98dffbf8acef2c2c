namespace Aovpn.Bench.Running;

/// <summary>How much is measured.</summary>
/// <param name="Quick">Small inputs and few rounds: shows that the frame works and roughly where the ratios are.</param>
/// <param name="Rounds">Times that each program runs, all of them in turn.</param>
/// <param name="Folder">Where inputs are made; kept for the next run.</param>
/// <param name="Program">The published program, aovpn.</param>
/// <param name="Published">tests/Aovpn.Bench.Published, compiled ahead of time.</param>
/// <param name="CompiledFor">The processors for which both were compiled.</param>
/// <param name="Mebibytes">Length of an input that can be of any length.</param>
internal sealed record BenchSettings(bool Quick, int Rounds, string Folder, string Program, string Published, string CompiledFor, int Mebibytes)
{
    public long InputBytes => (long)Mebibytes << 20;

    public string File(string name) => Path.Combine(Folder, (Quick ? "quick-" : "") + name);
}
