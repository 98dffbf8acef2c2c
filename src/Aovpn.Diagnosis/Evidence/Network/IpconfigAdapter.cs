using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>One adapter of an ipconfig listing while it is read.</summary>
internal sealed class IpconfigAdapter(string heading, int headingLine)
{
    private readonly List<(IPAddress Address, int? Prefix)> _addresses = [];
    private readonly List<string> _gateways = [];
    private readonly List<string> _dnsServers = [];
    private readonly Dictionary<string, Locator.Lines> _places = new(StringComparer.Ordinal);
    private string? _suffix;
    private string? _description;
    private string _list = "";
    private int _last;

    public void Take(string line, int number)
    {
        _last = number;
        if (IpconfigLine.Parse(line) is not { } property)
        {
            if (AddressText.Parse(line) is { } more && _list.Length > 0)
                Add(_list, more, number);
            return;
        }

        _list = ListOf(property.Label);
        if (AddressText.Parse(property.Value) is not { } address)
        {
            TakeWords(property, number);
            return;
        }

        if (_list.Length == 0 && _addresses is [.., (_, null)] && AddressText.PrefixLength(address) is { } prefix && prefix > 0)
            _addresses[^1] = (_addresses[^1].Address, prefix);
        else
            Add(_list.Length == 0 ? nameof(Interface.Gateways) : _list, address, number);
        if (_list.Length == 0 && _gateways.Count > 0)
            _list = nameof(Interface.Gateways);
    }

    public Interface ToInterface(EvidenceText text) => new(
        text.Cite(headingLine, Math.Max(headingLine, _last)), Name(),
        [.. _addresses.Select(entry => entry.Prefix is { } prefix ? $"{entry.Address}/{prefix}" : entry.Address.ToString())],
        [.. _gateways], [.. _dnsServers], _suffix, IsTunnel)
    {
        Fields = _places.ToImmutableDictionary(place => place.Key, place => (Locator)place.Value, StringComparer.Ordinal),
    };

    private bool IsTunnel => heading.Contains("PPP", StringComparison.Ordinal);

    /// <summary>IPv4, IPv6, DNS, DHCP and WINS are not translated; an address under any other label is a mask or a gateway.</summary>
    private static string ListOf(string label) =>
        label.Contains("DNS", StringComparison.OrdinalIgnoreCase) ? nameof(Interface.DnsServers)
        : label.Contains("DHCP", StringComparison.OrdinalIgnoreCase) || label.Contains("WINS", StringComparison.OrdinalIgnoreCase) ? "Other"
        : label.Contains("IP", StringComparison.Ordinal) ? nameof(Interface.Addresses)
        : "";

    private void TakeWords(IpconfigLine property, int number)
    {
        if (_list == nameof(Interface.DnsServers) && _suffix is null && property.Value.Length > 0 && !property.Value.Contains(' '))
        {
            _suffix = property.Value;
            _places[nameof(Interface.DnsSuffix)] = new(number);
        }
        else if (_list.Length == 0 && _description is null && property.Value.Length > 0)
        {
            _description = property.Value;
        }
    }

    private void Add(string list, IPAddress address, int number)
    {
        if (list == nameof(Interface.Addresses))
            _addresses.Add((address, null));
        else if (list == nameof(Interface.DnsServers))
            _dnsServers.Add(address.ToString());
        else if (list == nameof(Interface.Gateways))
            _gateways.Add(address.ToString());
        else
            return;
        _places[list] = _places.TryGetValue(list, out var place) ? new(place.First, number) : new(number);
    }

    /// <summary>Behind the word for adapter; a PPP adapter is described by its name.</summary>
    private string Name()
    {
        var text = heading.Replace('\u00A0', ' ').Trim().TrimEnd(':').TrimEnd();
        var adapter = text.IndexOf("adapter ", StringComparison.OrdinalIgnoreCase);
        if (adapter >= 0)
            return text[(adapter + "adapter ".Length)..].Trim();
        if (_description is not null && text.EndsWith(_description, StringComparison.Ordinal))
            return _description;
        var kind = text.IndexOf("PPP ", StringComparison.Ordinal);
        return kind >= 0 ? text[(kind + "PPP ".Length)..].Trim() : text;
    }
}
