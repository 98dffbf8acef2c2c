using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>A tunnel that stands: what ESP needs to speak, and what the gateway gave.</summary>
/// <param name="InboundSpi">Ours: in the packets that the gateway sends.</param>
/// <param name="OutboundSpi">The gateway's: in the packets sent to it.</param>
/// <param name="Keys">Initiator's are for sending, responder's for receiving.</param>
/// <param name="Local">TSi as the gateway left it.</param>
/// <param name="Remote">TSr as the gateway left it.</param>
public sealed record ChildSa(
    uint InboundSpi, uint OutboundSpi, IkeSuite Suite, ChildKeyMaterial Keys, ImmutableArray<TrafficSelector> Local, ImmutableArray<TrafficSelector> Remote,
    ImmutableArray<ConfigurationAttribute> Configuration)
{
    /// <summary>The inner IPv4 address; null if none was given.</summary>
    public IPAddress? Address => Given(ConfigurationAttributeType.InternalIp4Address).FirstOrDefault();

    /// <summary>The inner IPv6 address; null if none was given.</summary>
    public IPAddress? Address6 => Given(ConfigurationAttributeType.InternalIp6Address).FirstOrDefault();

    /// <summary>DNS servers, IPv4 first.</summary>
    public IEnumerable<IPAddress> DnsServers => Given(ConfigurationAttributeType.InternalIp4Dns).Concat(Given(ConfigurationAttributeType.InternalIp6Dns));

    private IEnumerable<IPAddress> Given(ConfigurationAttributeType type) =>
        Configuration.Where(attribute => attribute.Type == type).Select(attribute => attribute.Address).OfType<IPAddress>();
}
