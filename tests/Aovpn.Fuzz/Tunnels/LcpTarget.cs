using System.Buffers.Binary;
using Aovpn.Codecs.Ppp;

namespace Aovpn.Fuzz.Tunnels;

/// <summary>Control packets of PPP: written as they were read, to the byte.</summary>
internal sealed class LcpTarget : IFuzzTarget
{
    private const int Header = 4;

    public string Name => "ppp";

    public int MaxLength => 2048;

    public int HeaderLength => Header;

    public IEnumerable<byte[]> Seeds()
    {
        yield return new LcpPacket(LcpCode.ConfigureRequest, 1, [new(LcpOption.MaximumReceiveUnit, [5, 120]), new(LcpOption.AuthenticationProtocol, [0xC2, 0x23, 0x81]), new(LcpOption.MagicNumber, [1, 2, 3, 4])], []).Encode();
        yield return new LcpPacket(LcpCode.ConfigureNak, 2, [new(LcpOption.AuthenticationProtocol, [0xC2, 0x27])], []).Encode();
        yield return new LcpPacket(LcpCode.TerminateRequest, 3, [], [0, 0, 2, 0xB3]).Encode();
        yield return new LcpPacket(LcpCode.EchoRequest, 4, [], [1, 2, 3, 4]).Encode();
    }

    public byte[] Repair(byte[] input, Random random)
    {
        if (input.Length >= Header)
            BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(2), (ushort)input.Length);
        for (var at = Header; at + 1 < input.Length; at += input[at + 1])
        {
            var left = input.Length - at;
            if (input[at + 1] < 2 || input[at + 1] > left)
                input[at + 1] = (byte)Math.Min(left, byte.MaxValue);
        }

        return input;
    }

    public bool Run(byte[] input)
    {
        var packet = LcpPacket.Decode(input);
        var encoded = packet.Encode();
        if (!input.AsSpan(0, encoded.Length).SequenceEqual(encoded))
            throw new WrongAnswerException("a packet is encoded to other bytes than it was decoded from");
        _ = packet.Authentication?.ToString();
        return true;
    }
}
