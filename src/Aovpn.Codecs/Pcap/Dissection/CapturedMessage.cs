using System.Net;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;
using Aovpn.Codecs.L2tp;
using Aovpn.Codecs.Pptp;
using Aovpn.Codecs.Tls;

namespace Aovpn.Codecs.Pcap.Dissection;

/// <summary>A message of one of the protocols that a VPN connection is made of, with the frame that completed it. A closed set.</summary>
/// <param name="Frame">Number of the frame, from 1.</param>
/// <param name="At">When, UTC; null where the capture does not say.</param>
/// <param name="From">Sender; port 0 for protocols without ports.</param>
/// <param name="To">Receiver.</param>
public abstract record CapturedMessage(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To)
{
    /// <summary>IKEv2; <paramref name="Behind4500"/>: it came with the non-ESP marker of RFC 3948.</summary>
    public sealed record OfIke(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, IkeMessage Message, bool Behind4500) : CapturedMessage(Frame, At, From, To)
    {
        /// <summary>The message as it was sent, without the marker; what is encrypted is opened with it.</summary>
        public ReadOnlyMemory<byte> Bytes { get; init; }
    }

    /// <summary>IKEv1, as L2TP/IPsec uses it.</summary>
    public sealed record OfIkeV1(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, IkeV1Message Message, bool Behind4500) : CapturedMessage(Frame, At, From, To);

    /// <summary>ESP, by itself or in UDP.</summary>
    public sealed record OfEsp(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, uint Spi, uint Sequence, bool InUdp) : CapturedMessage(Frame, At, From, To);

    /// <summary>A NAT keepalive: one byte 0xFF on port 4500.</summary>
    public sealed record OfKeepalive(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To) : CapturedMessage(Frame, At, From, To);

    public sealed record OfL2tp(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, L2tpPacket Packet) : CapturedMessage(Frame, At, From, To);

    /// <summary>A message of PPTP's control connection.</summary>
    public sealed record OfPptp(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, PptpMessage Message) : CapturedMessage(Frame, At, From, To);

    /// <summary>Enhanced GRE (protocol 0x880B), which carries PPTP's PPP.</summary>
    public sealed record OfPptpGre(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, ushort CallId) : CapturedMessage(Frame, At, From, To);

    /// <summary>A TLS handshake message in clear.</summary>
    public sealed record OfTlsHandshake(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, TlsHandshake Handshake) : CapturedMessage(Frame, At, From, To);

    /// <summary>A TLS alert in clear.</summary>
    public sealed record OfTlsAlert(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, TlsAlert Alert) : CapturedMessage(Frame, At, From, To);

    /// <summary>A TCP connection is asked for (SYN), granted (SYN, ACK) or refused (RST).</summary>
    public sealed record OfTcp(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, bool Syn, bool Ack, bool Rst) : CapturedMessage(Frame, At, From, To);

    /// <summary>RADIUS, still as bytes: the packet's code is the first.</summary>
    public sealed record OfRadius(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, ReadOnlyMemory<byte> Packet) : CapturedMessage(Frame, At, From, To);

    /// <summary>EAP by itself on a LAN (IEEE 802.1X): somebody's Wi-Fi or switch, not the VPN's.</summary>
    public sealed record OfEapol(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, ReadOnlyMemory<byte> Packet) : CapturedMessage(Frame, At, From, To);

    /// <summary>ICMP says that something cannot be reached; <paramref name="Code"/> 3 (IPv4) or 4 (IPv6): nobody listens at the port.</summary>
    public sealed record OfUnreachable(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, byte Code, IPEndPoint Target, int Protocol) : CapturedMessage(Frame, At, From, To);

    /// <summary>Bytes that are not what their place promises.</summary>
    public sealed record Malformed(long Frame, DateTimeOffset? At, IPEndPoint From, IPEndPoint To, string Protocol, MalformedException Problem) : CapturedMessage(Frame, At, From, To);
}
