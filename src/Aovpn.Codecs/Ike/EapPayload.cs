using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>One EAP packet, RFC 7296 §3.16; Codecs/Eap reads what is in it.</summary>
/// <param name="Packet">The whole EAP packet: code, identifier, length, type, data.</param>
public sealed record EapPayload(ImmutableArray<byte> Packet) : IkePayload
{
    private const int ShortestPacket = 4;

    public override PayloadType Type => PayloadType.Eap;

    /// <exception cref="MalformedException">Fewer than the four bytes that every EAP packet has.</exception>
    public static EapPayload Decode(ref WireReader body) => body.Remaining >= ShortestPacket
        ? new([.. body.Rest()])
        : throw body.Malformed("EAP.Packet", $"has {body.Remaining} bytes, an EAP packet at least {ShortestPacket}");

    public override void Encode(WireWriter body) => body.Bytes(Packet.AsSpan());
}
