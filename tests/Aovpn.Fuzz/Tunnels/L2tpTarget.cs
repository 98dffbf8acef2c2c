using System.Buffers.Binary;
using Aovpn.Codecs.L2tp;

namespace Aovpn.Fuzz.Tunnels;

/// <summary>Packets of L2TP: control messages with their attributes, and data.</summary>
internal sealed class L2tpTarget : RecodingTarget
{
    private const int Header = 2, ControlHeader = 12, AttributeHeader = 6;

    public override string Name => "l2tp";

    public override int MaxLength => 2048;

    public override int HeaderLength => Header;

    public override IEnumerable<byte[]> Seeds()
    {
        yield return new L2tpPacket(
            IsControl: true, 0, 0, 0, 0,
            [
                L2tpAttribute.Of(L2tpAttribute.MessageType, 1), L2tpAttribute.Of(L2tpAttribute.ProtocolVersion, 0x0100), L2tpAttribute.Of(L2tpAttribute.HostName, (byte)'p', (byte)'c'),
                L2tpAttribute.Of(L2tpAttribute.AssignedTunnelId, 7),
            ], []).Encode();
        yield return new L2tpPacket(IsControl: true, 7, 0, 1, 1, [], []).Encode();
        yield return new L2tpPacket(IsControl: true, 7, 0, 2, 1, [L2tpAttribute.Of(L2tpAttribute.MessageType, 4), L2tpAttribute.Of(L2tpAttribute.ResultCode, 0, 2, 0, 6)], []).Encode();
        yield return new L2tpPacket(IsControl: false, 7, 9, null, null, [], [0xFF, 3, 0xC0, 0x21, 1, 1, 0, 4]).Encode();
        yield return [0x4A, 2, 0, 18, 0, 7, 0, 9, 0, 1, 0, 2, 0, 2, 0, 0, 0xC0, 0x21];
    }

    public override byte[] Repair(byte[] input, Random random)
    {
        if (input.Length < ControlHeader)
            return input;
        input[1] = (byte)((input[1] & 0xF0) | 2);
        if ((input[0] & 0x40) != 0)
            BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(2), (ushort)input.Length);
        if ((input[0] & 0x80) == 0)
            return input;

        // A control message has a length and sequence numbers and no offset; then attributes, the last to the end.
        (input[0], input[1]) = (0xC8, 2);
        BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(2), (ushort)input.Length);
        for (var at = ControlHeader; input.Length - at >= AttributeHeader;)
        {
            var head = BinaryPrimitives.ReadUInt16BigEndian(input.AsSpan(at));
            var (left, length) = (input.Length - at, head & 0x03FF);
            if (length < AttributeHeader || left - length < AttributeHeader)
                length = Math.Min(left, 0x03FF);
            BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(at), (ushort)((head & 0xC000) | length));
            at += length;
        }

        return input;
    }

    protected override byte[] Recoded(byte[] input)
    {
        var packet = L2tpPacket.Decode(input);
        _ = $"{packet.Message}";
        foreach (var attribute in packet.Attributes)
            _ = attribute.Number;
        return packet.Encode();
    }
}
