using System.Buffers.Binary;
using Aovpn.Codecs.Sstp;

namespace Aovpn.Fuzz.Tunnels;

/// <summary>Packets of SSTP inside TLS.</summary>
internal sealed class SstpTarget : RecodingTarget
{
    private const byte Version = 0x10;

    public override string Name => "sstp";

    public override int MaxLength => SstpPacket.Longest;

    public override int HeaderLength => SstpPacket.Header;

    public override IEnumerable<byte[]> Seeds()
    {
        yield return SstpPacket.Control(SstpMessageType.CallConnectRequest, SstpAttribute.Ppp).Encode();
        yield return SstpPacket.Control(SstpMessageType.CallConnectAck, new SstpAttribute(SstpAttribute.CryptoBindingRequest, [0, 0, 0, 3, .. new byte[32]])).Encode();
        yield return SstpPacket.Control(SstpMessageType.CallConnectNak, new SstpAttribute(SstpAttribute.StatusInfo, [0, 0, 0, 1, 0, 0, 0, 4, 9, 9])).Encode();
        yield return SstpPacket.Control(SstpMessageType.EchoRequest).Encode();
        yield return SstpPacket.Ppp([0xFF, 3, 0xC0, 0x21, 1, 1, 0, 4]).Encode();
    }

    public override byte[] Repair(byte[] input, Random random)
    {
        if (input.Length < SstpPacket.Header)
            return input;
        input[0] = Version;
        BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(2), (ushort)input.Length);
        if ((input[1] & 1) == 0 || input.Length < 8)
            return input;

        // As many attributes as are there, the last to the end.
        var count = 0;
        for (var at = 8; input.Length - at >= SstpPacket.Header; count++)
        {
            var left = input.Length - at;
            var length = BinaryPrimitives.ReadUInt16BigEndian(input.AsSpan(at + 2)) & 0x0FFF;
            if (length < SstpPacket.Header || left - length < SstpPacket.Header)
                length = left;
            BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(at + 2), (ushort)length);
            at += length;
        }

        BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(6), (ushort)count);
        return input;
    }

    protected override byte[] Recoded(byte[] input)
    {
        if (SstpPacket.LengthOf(input) is { } length && length > SstpPacket.Longest)
            throw new WrongAnswerException($"a packet has {length} bytes, its length twelve bits");
        var packet = SstpPacket.Decode(input);
        foreach (var attribute in packet.Attributes)
            _ = $"{attribute.Status}{attribute.HashProtocols}";
        _ = packet.Message?.ToString();
        return packet.Encode();
    }
}
