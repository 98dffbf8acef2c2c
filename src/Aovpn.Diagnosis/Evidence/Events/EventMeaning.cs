using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>What an event means, by its provider. The one way from events to observations, for every form.</summary>
public static class EventMeaning
{
    /// <returns>Nothing for an event that is not the business of a VPN.</returns>
    public static IEnumerable<Observation> Observe(WindowsEvent seen) => seen.Provider.ToUpperInvariant() switch
    {
        "RASCLIENT" => RasClient.Observe(seen),
        "SECURITY-AUDITING" when NetworkPolicyServer.Judges(seen.EventId) => NetworkPolicyServer.Observe(seen),
        _ => [],
    };
}
