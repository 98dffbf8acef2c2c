using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Authorization;

/// <summary>A rule over events of the NPS service in the System log, whose id names the cause.</summary>
/// <param name="ids">The ids of provider NPS that name it.</param>
public abstract class NpsSystemEventRule(params ImmutableArray<int> ids) : Rule<EventLogged>(HostRole.NpsServer, "nps-system-events")
{
    protected sealed override Verdict? Judge(EventLogged seen, CaseFile file) => IsNamed(seen, ids) ? Judge(seen) : null;

    protected abstract Verdict Judge(EventLogged seen);

    internal static bool IsNamed(EventLogged seen, ImmutableArray<int> ids) =>
        seen.Provider.Equals("NPS", StringComparison.OrdinalIgnoreCase) && ids.Contains(seen.EventId);

    /// <summary>The address of the RADIUS client that the event names.</summary>
    internal static Hole Client(EventLogged seen) =>
        seen.Data.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value).FirstOrDefault(value => IPAddress.TryParse(value, out _)) is { } address
            ? Hole.Address(address)
            : Hole.Plain("a RADIUS client");
}
