using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>Events of the RasSstp provider, on client and VPN server.</summary>
internal static class SstpEvents
{
    public static IEnumerable<EventLogged> In(CaseFile file, params int[] ids) =>
        file.All<EventLogged>().Where(seen => string.Equals(seen.Provider, "RasSstp", StringComparison.OrdinalIgnoreCase) && ids.Contains(seen.EventId));

    public static Verdict Found(EventLogged seen, Message message) =>
        new(VerdictKind.Found, message, [seen.Cite(nameof(EventLogged.EventId))]) { About = seen.About, At = seen.At };
}
