using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>What an event means, by its provider. The one way from events to observations, for every form.</summary>
public static class EventMeaning
{
    /// <returns>Nothing for an event that is not the business of a VPN.</returns>
    public static IEnumerable<Observation> Observe(WindowsEvent seen)
    {
        var provider = seen.Provider.ToUpperInvariant();
        return provider switch
        {
            "RASCLIENT" => RasClient.Observe(seen),
            "REMOTEACCESS" => RemoteAccess.Observe(seen),
            "CAPI2" => Capi2.Observe(seen),
            "AAD" => CloudSignIns.Observe(seen),
            "SERVICE CONTROL MANAGER" => ServiceControlManager.Observe(seen),
            _ when NetworkPolicyServer.Judges(seen.EventId) && IsAudit(provider) => NetworkPolicyServer.Observe(seen),
            _ => WatchedEvents.Observe(seen),
        };
    }

    /// <summary>What only shows over all events of an artifact, and the bound on their number. Streams.</summary>
    public static IEnumerable<Observation> Join(IEnumerable<Observation> observations) => EventVolume.Limit(Capi2Certificates.WithIssuers(observations));

    /// <summary>Event Viewer shows the provider's display name in places: "Microsoft Windows security auditing."</summary>
    private static bool IsAudit(string provider) =>
        provider.Contains("AUDITING", StringComparison.Ordinal) || provider is "SECURITY" or "NETWORK POLICY SERVER";
}
