using System.Net;

namespace Aovpn.Codecs.Pcap.Dissection;

/// <summary>Where a message was seen.</summary>
internal readonly record struct Place(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To)
{
    public Place WithPorts(int from, int to) => this with { From = new(From.Address, from), To = new(To.Address, to) };
}
