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
            "APPLICATION ERROR" => ApplicationErrors.Observe(seen),
            _ when NetworkPolicyServer.Judges(seen.EventId) && IsAudit(provider) => NetworkPolicyServer.Observe(seen),
            _ => WatchedEvents.Observe(seen),
        };
    }

    /// <summary>Whether any event of a provider has a meaning here. Binary logs are read for these alone.</summary>
    /// <param name="provider">With or without its prefix.</param>
    public static bool Knows(string provider)
    {
        var name = WindowsEvent.ShortProvider(provider).ToUpperInvariant();
        return name is "RASCLIENT" or "REMOTEACCESS" or "CAPI2" or "AAD" or "SERVICE CONTROL MANAGER" or "APPLICATION ERROR" || IsAudit(name) || WatchedEvents.Knows(name);
    }

    /// <summary>Whether an event may mean something; the rest of its provider's events need not be rendered.</summary>
    public static bool Knows(string provider, int eventId)
    {
        var name = WindowsEvent.ShortProvider(provider).ToUpperInvariant();
        return name is "RASCLIENT" or "REMOTEACCESS" or "CAPI2" or "AAD" or "SERVICE CONTROL MANAGER" or "APPLICATION ERROR"
            || (IsAudit(name) && NetworkPolicyServer.Judges(eventId)) || WatchedEvents.Knows(name, eventId);
    }

    /// <summary>What only shows over all events of an artifact, and the bound on their number. Streams.</summary>
    public static IEnumerable<Observation> Join(IEnumerable<Observation> observations) => EventVolume.Limit(Capi2Certificates.WithIssuers(observations));

    /// <summary>Event Viewer shows the provider's display name in places: "Microsoft Windows security auditing."</summary>
    private static bool IsAudit(string provider) =>
        provider.Contains("AUDITING", StringComparison.Ordinal) || provider is "SECURITY" or "NETWORK POLICY SERVER";
}
