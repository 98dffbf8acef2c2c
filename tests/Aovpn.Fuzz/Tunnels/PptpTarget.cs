using System.Buffers.Binary;
using Aovpn.Codecs.Pptp;

namespace Aovpn.Fuzz.Tunnels;

/// <summary>Messages of PPTP's control connection.</summary>
internal sealed class PptpTarget : RecodingTarget
{
    private const uint Cookie = 0x1A2B_3C4D;

    public override string Name => "pptp";

    public override int MaxLength => 1024;

    public override int HeaderLength => PptpMessage.Header;

    public override IEnumerable<byte[]> Seeds()
    {
        yield return PptpMessage.StartRequest("pc1", "aovpn").Encode();
        yield return PptpMessage.CallRequest(7).Encode();
        yield return new PptpMessage(PptpMessageType.StartControlConnectionReply, [1, 0, 1, 0, .. new byte[140]]).Encode();
        yield return new PptpMessage(PptpMessageType.OutgoingCallReply, [0, 9, 0, 7, 1, 0, .. new byte[14]]).Encode();
        yield return new PptpMessage(PptpMessageType.StopControlConnectionRequest, [1, 0, 0, 0]).Encode();
    }

    public override byte[] Repair(byte[] input, Random random)
    {
        if (input.Length < PptpMessage.Header)
            return input;
        BinaryPrimitives.WriteUInt16BigEndian(input, (ushort)input.Length);
        BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt32BigEndian(input.AsSpan(4), Cookie);
        return input;
    }

    protected override byte[] Recoded(byte[] input)
    {
        var message = PptpMessage.Decode(input);
        _ = $"{message.Type}{message.Result}{message.Error}{message.Vendor}{message.CallId}{PptpMessage.LengthOf(input)}";
        return message.Encode();
    }
}
