using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>One attempt to connect, joined from what client, gateway and NPS saw of it.</summary>
/// <param name="Id">The correlation id, or one made from what joined it; unique in a case.</param>
/// <param name="User">As the first host that names one writes it.</param>
/// <param name="Connection">The connection's name on the client; null when no client log was read.</param>
/// <param name="Start">The first observation's time.</param>
/// <param name="Observations">In the order in which they happened, clock offsets applied.</param>
public sealed record ConnectionAttempt(
    string Id, string? User, string? Connection, When? Start, When? End, ImmutableArray<Observation> Observations)
{
    /// <summary>The code with which it failed, as the host nearest to the user says; null when it connected or nothing says.</summary>
    public Code? Failure { get; init; }

    public bool Connected { get; init; }

    public IEnumerable<T> Of<T>()
        where T : Observation => Observations.OfType<T>();
}
