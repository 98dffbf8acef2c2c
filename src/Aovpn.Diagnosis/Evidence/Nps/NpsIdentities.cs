using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>Keeps one copy of what comes again on every line: hosts, access servers, policies, users.</summary>
internal sealed class NpsIdentities(Host place)
{
    /// <summary>Distinct values that are kept; what comes later is not shared.</summary>
    private const int Most = 20_000;

    private const int LongestText = 1024;

    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<(string?, bool), Host> _hosts = [];
    private readonly Dictionary<RadiusClient, RadiusClient> _clients = [];

    public string? Text(string? value) => Bounded(value) is { } text ? One(_texts, text, text) : null;

    /// <summary>An attribute of RADIUS has at most 253 octets; what is far longer is damage and not worth its memory.</summary>
    public static string? Bounded(string? value) => value is { Length: > LongestText } ? value[..LongestText] : value;

    /// <summary>The host that wrote a record: NPS, or a VPN server that decides by itself (service RAS).</summary>
    public Host Writer(INpsAttributes record)
    {
        var name = Bounded(record.Text(NpsAttributeKeys.ComputerName));
        var isAccessServer = record.Text(NpsAttributeKeys.EventSource) == "RAS";
        if (_hosts.TryGetValue((name, isAccessServer), out var known))
            return known;
        return One(_hosts, (name, isAccessServer), new Host(isAccessServer ? HostRole.VpnServer : HostRole.NpsServer, name ?? place.Name));
    }

    public RadiusClient Client(RadiusClient client) => One(_clients, client, client);

    private static T One<TKey, T>(Dictionary<TKey, T> known, TKey key, T value)
        where TKey : notnull
    {
        if (known.TryGetValue(key, out var first))
            return first;
        if (known.Count < Most)
            known.Add(key, value);
        return value;
    }
}
