using System.Net;

namespace Aovpn.Codecs.Pcap;

/// <summary>An IP packet of which not every fragment was captured.</summary>
/// <param name="Head">The payload of its first fragment, with the ports; null when just that one is missing.</param>
public sealed record IncompletePacket(long FirstFrame, long LastFrame, IPAddress Source, IPAddress Destination, int Protocol, ReadOnlyMemory<byte>? Head);
