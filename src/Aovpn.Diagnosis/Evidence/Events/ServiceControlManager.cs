using System.Collections.Frozen;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Service Control Manager, System log: the services that a VPN needs. 7036 has the short name and the state in its binary data, so
/// its translated state need not be understood.
/// </summary>
internal static class ServiceControlManager
{
    /// <summary>Short names by display name (English) and by themselves.</summary>
    private static readonly FrozenDictionary<string, string> Services = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["IKE and AuthIP IPsec Keying Modules"] = "IKEEXT",
        ["IKEEXT"] = "IKEEXT",
        ["Routing and Remote Access"] = "RemoteAccess",
        ["RemoteAccess"] = "RemoteAccess",
        ["Remote Access Connection Manager"] = "RasMan",
        ["RasMan"] = "RasMan",
        ["Secure Socket Tunneling Protocol Service"] = "SstpSvc",
        ["SstpSvc"] = "SstpSvc",
        ["Network Policy Server"] = "IAS",
        ["IAS"] = "IAS",
        ["IPsec Policy Agent"] = "PolicyAgent",
        ["PolicyAgent"] = "PolicyAgent",
        ["Base Filtering Engine"] = "BFE",
        ["BFE"] = "BFE",
        ["Extensible Authentication Protocol"] = "EapHost",
        ["EapHost"] = "EapHost",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Events which say that a service is not running: failed to start, terminated, hung.</summary>
    private static readonly FrozenSet<int> NotRunning = FrozenSet.ToFrozenSet([7000, 7001, 7009, 7022, 7023, 7024, 7031, 7034]);

    public static IEnumerable<Observation> Observe(WindowsEvent seen)
    {
        if (seen.EventId is 7036 && FromBinary(seen) is { } state)
            return [Seen(seen, state.Service, state.Running, null)];
        if (seen.EventId is 7040 && Named(seen, "param4") is { } configured)
            return [Seen(seen, configured, null, IsDisabled(seen))];
        if (!NotRunning.Contains(seen.EventId))
            return [];
        // 7009 names the time waited first, the service second.
        var name = seen.EventId is 7009 ? Named(seen, "param2") : Named(seen, "param1");
        return name is null ? [] : [Seen(seen, name, running: false, null)];
    }

    private static ServiceSeen Seen(WindowsEvent seen, string service, bool? running, bool? disabled)
    {
        var host = seen.HostAs(HostRole.Unknown);
        return new(seen.Source, host, seen.When(host), service, running, disabled)
        {
            FieldsWhenAsked = new FieldPlaces()
                .Add(nameof(ServiceSeen.Service), seen.BinaryPlace ?? seen.At(0)?.Place)
                .Add(nameof(ServiceSeen.Running), seen.BinaryPlace ?? seen.IdPlace)
                .WhenAsked,
        };
    }

    /// <summary><c>IKEEXT/4</c> in UTF-16: the short name and SERVICE_RUNNING (4) or SERVICE_STOPPED (1) of winsvc.h.</summary>
    private static (string Service, bool Running)? FromBinary(WindowsEvent seen)
    {
        var text = Encoding.Unicode.GetString(seen.Binary.AsSpan()).TrimEnd('\0');
        var slash = text.LastIndexOf('/');
        if (slash <= 0 || !Services.TryGetValue(text[..slash], out var service))
            return null;
        return text[(slash + 1)..] switch
        {
            "4" => (service, true),
            "1" => (service, false),
            _ => null,
        };
    }

    private static string? Named(WindowsEvent seen, string name)
    {
        var value = seen.Named(name) ?? (name == "param1" ? seen.At(0) : null);
        return value is not null && Services.TryGetValue(value.Text, out var service) ? service : null;
    }

    /// <summary>Start types are translated; English is understood.</summary>
    private static bool? IsDisabled(WindowsEvent seen) =>
        seen.Named("param3")?.Text is { } type ? type.Equals("disabled", StringComparison.OrdinalIgnoreCase) ? true : null : null;
}
