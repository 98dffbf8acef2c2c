using Aovpn.Probes;

namespace Aovpn.Lab.Deployment;

/// <summary>One way to break the lab.</summary>
/// <param name="Name">As typed behind <c>--fault</c>; the lab of network namespaces has the same names.</param>
/// <param name="Place">Where it is broken.</param>
/// <param name="Breaks">What is broken, for a person.</param>
/// <param name="Windows">What a Windows client says, its codes first; empty for a variant that it copes with.</param>
/// <param name="Page">Id of the page that the probe's report names first, or among the undecided where <see cref="NeedsLogs"/>; null where nothing is to be found.</param>
/// <param name="Change">Makes a healthy deployment a broken one.</param>
public sealed record LabFault(string Name, LabPlace Place, string Breaks, string Windows, string? Page, Func<LabDeployment, LabDeployment> Change)
{
    /// <summary>A method of authentication that meets the fault.</summary>
    public ProbeMethod Method { get; init; } = ProbeMethod.PeapTls;

    /// <summary>
    /// Seen from outside it looks like other faults: the page is among those that stay undecided, and the log of NPS decides.
    /// </summary>
    public bool NeedsLogs { get; init; }

    /// <summary>Correct, and still not what a client meets every day: nothing is to be found.</summary>
    public bool IsVariant => Page is null;

    public override string ToString() => Name;
}
