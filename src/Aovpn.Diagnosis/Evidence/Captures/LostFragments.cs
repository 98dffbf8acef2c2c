using System.Net;
using Aovpn.Codecs;
using Aovpn.Codecs.Pcap;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Captures;

/// <summary>IP packets of which fragments are missing, where the first fragment tells that they were IKE or RADIUS.</summary>
internal sealed class LostFragments(Artifact artifact)
{
    private const int Udp = 17;

    private static readonly int[] Ike = [500, 4500], Radius = [1812, 1645];

    /// <param name="gateways">Those that IKE was spoken to in this capture: behind no NAT both sides use the same ports.</param>
    public IEnumerable<Observation> Of(IEnumerable<IncompletePacket> incomplete, IReadOnlySet<IPAddress> gateways)
    {
        foreach (var packet in incomplete)
        {
            if (packet is not { Protocol: Udp, Head: { } head } || Read(head) is not { } datagram)
                continue;

            var port = Ike.Concat(Radius).FirstOrDefault(known => known == datagram.DestinationPort || known == datagram.SourcePort);
            if (port == 0)
                continue;
            var (client, server) = Ike.Contains(port) ? (Host.Client, Host.VpnServer) : (Host.VpnServer, Host.NpsServer);
            var fromServer = datagram.SourcePort != datagram.DestinationPort ? datagram.SourcePort == port
                : gateways.Contains(packet.Source) ? true
                : gateways.Contains(packet.Destination) ? false
                : (bool?)null;
            yield return new FragmentsLost(
                new(artifact, new Locator.Frame(packet.FirstFrame)), fromServer switch { true => server, false => client, null => Host.Unknown }, null, FragmentedBy.Ip, port, null, null);
        }
    }

    private static UdpDatagram? Read(ReadOnlyMemory<byte> head)
    {
        try
        {
            return UdpDatagram.Read(head);
        }
        catch (MalformedException)
        {
            return null; // the frame itself is cited as malformed elsewhere, where it is
        }
    }
}
