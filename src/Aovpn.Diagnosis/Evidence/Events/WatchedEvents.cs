using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Events of the catalogue that have no observation of their own.</summary>
internal static class WatchedEvents
{
    private static readonly Lazy<FrozenDictionary<(string Provider, int Id), EventDescription>> Rows = new(() => EventCatalogue.All
        .GroupBy(row => (Key(row.Provider), (int)row.Id))
        .ToFrozenDictionary(group => group.Key, group => group.First()));

    /// <summary>Providers that clients, VPN servers and NPS have alike: their events do not tell which of them wrote.</summary>
    private static readonly FrozenSet<string> OnEveryHost = FrozenSet.ToFrozenSet(
    [
        "SCHANNEL", "EAPHOST", "EAPMETHODS-RASTLS", "EAPMETHODS-RASCHAP", "RASMAN", "WFP", "SECURITY-AUDITING", "NETWORKPROFILE",
        "CERTIFICATESERVICESCLIENT-LIFECYCLE-SYSTEM", "CERTIFICATESERVICESCLIENT-LIFECYCLE-USER",
    ]);

    private static readonly Lazy<FrozenSet<string>> Providers = new(() => Rows.Value.Keys.Select(key => key.Provider).ToFrozenSet(StringComparer.Ordinal));

    public static bool Knows(string provider) => Providers.Value.Contains(Key(provider));

    public static bool Knows(string provider, int eventId) => Row(provider, eventId) is not null;

    public static IEnumerable<Observation> Observe(WindowsEvent seen)
    {
        if (Row(seen.Provider, seen.EventId) is not { } row)
            yield break;
        yield return Logged(seen, seen.HostAs(OnEveryHost.Contains(Key(seen.Provider)) ? HostRole.Unknown : Role(row.Side)));
    }

    public static bool IsFailure(EventLogged logged) => Row(logged.Provider, logged.EventId) is { Kind: "failure" or "warning" };

    public static EventLogged Logged(WindowsEvent seen, Host host)
    {
        var data = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var places = new FieldPlaces().Add(nameof(EventLogged.EventId), seen.IdPlace);
        for (var position = 0; position < seen.Data.Length; position++)
        {
            var value = seen.Data[position];
            var name = value.Name ?? position.ToString(CultureInfo.InvariantCulture);
            data[name] = value.Text;
            places.Add(name, value.Place);
        }

        foreach (var element in seen.UserData)
        {
            if (element.Text.Length > 0)
                data[element.Name] = element.Text;
        }

        if (data.Count == 0 && seen.MessageText is { Length: > 0 } message)
            data["Message"] = message;
        return new(seen.Source, host, seen.When(host), seen.Provider, seen.EventId, data.ToImmutable()) { FieldsWhenAsked = places.WhenAsked };
    }

    private static EventDescription? Row(string provider, int eventId) =>
        Rows.Value.TryGetValue((Key(provider), eventId), out var row) ? row : null;

    /// <summary>A provider's name as rows and events have it in common: "RasSstp (Microsoft-Windows-RasSstp)" is RasSstp.</summary>
    private static string Key(string provider)
    {
        var name = WindowsEvent.ShortProvider(provider);
        var remark = name.IndexOf(" (", StringComparison.Ordinal);
        name = (remark > 0 ? name[..remark] : name).ToUpperInvariant();
        return name switch
        {
            "KDC" => "KERBEROS-KEY-DISTRIBUTION-CENTER",
            "RASTLS" => "EAPMETHODS-RASTLS",
            "RASCHAP" => "EAPMETHODS-RASCHAP",
            "MICROSOFT WINDOWS SECURITY AUDITING." => "SECURITY-AUDITING",
            _ => name,
        };
    }

    private static HostRole Role(string side) => side switch
    {
        "client" => HostRole.Client,
        "server" => HostRole.VpnServer,
        "nps" => HostRole.NpsServer,
        "dc" => HostRole.DomainController,
        "ca" => HostRole.CertificationAuthority,
        _ => HostRole.Unknown,
    };
}
