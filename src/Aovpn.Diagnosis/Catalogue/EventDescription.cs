using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>A Windows event: one row of events.json. An id belongs to its provider; several providers use the same number.</summary>
/// <param name="Side">client, server, nps, dc, ca or both.</param>
/// <param name="Text">What the event says, in our words.</param>
/// <param name="Kind">failure, success, phase, info, evidence ...</param>
/// <param name="Fields">Names of the insertion strings, in order.</param>
/// <param name="Verified">False for what nobody has compared with a source.</param>
public sealed record EventDescription(
    uint Id,
    string Provider,
    string Channel,
    string Side,
    string Text,
    string Kind,
    ImmutableArray<string> Fields,
    string Source,
    bool Verified)
{
    /// <summary>The step of a connection that it tells of; null where it tells of none.</summary>
    public Stage? Stage { get; init; }
}
