using System.Net.Sockets;

namespace Aovpn.Probes.Channels;

/// <summary>What came over a channel.</summary>
/// <param name="Bytes">A datagram; empty where an error came instead.</param>
/// <param name="Error">What the system reports in its place: refused is an ICMP port unreachable; null for a datagram.</param>
public readonly record struct Arrival(IDatagramChannel Channel, ReadOnlyMemory<byte> Bytes, SocketError? Error);
