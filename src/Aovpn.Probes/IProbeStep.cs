namespace Aovpn.Probes;

/// <summary>One step of a probe. It asks the network and writes down what came; it concludes nothing.</summary>
public interface IProbeStep
{
    /// <summary>What it sends to whom, for <c>--dry-run</c>.</summary>
    string Plan(ProbeSettings settings);

    /// <returns>Whether what comes after makes sense.</returns>
    Task<bool> RunAsync(ProbeContext context, CancellationToken cancel);
}
