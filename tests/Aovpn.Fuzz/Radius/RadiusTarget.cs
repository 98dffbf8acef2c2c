using System.Buffers.Binary;
using Aovpn.Codecs.Radius;

namespace Aovpn.Fuzz.Radius;

/// <summary>RADIUS packets: what is decoded is encoded to the same bytes, and checks of signatures and hidden keys only ever say no.</summary>
internal sealed class RadiusTarget : IFuzzTarget
{
    private static readonly byte[] Authenticator = new byte[16];

    public string Name => "radius";

    public int MaxLength => RadiusPacket.Largest;

    public int HeaderLength => RadiusPacket.HeaderLength;

    public IEnumerable<byte[]> Seeds()
    {
        yield return RadiusSigning.EncodeRequest(RadiusCode.AccessRequest, 1, Authenticator, [RadiusAttribute.OfText(RadiusAttributeType.UserName, "alice"), .. RadiusPacket.SplitEap(new byte[600])], "seed"u8);
        yield return RadiusSigning.EncodeResponse(
            RadiusCode.AccessAccept, 2, Authenticator,
            [new RadiusVendorAttribute(RadiusVendorAttribute.Microsoft, RadiusVendorAttribute.MsMppeSendKey, [.. RadiusHiding.HideKey(new byte[32], [0x80, 1], "seed"u8, Authenticator)]).ToAttribute()], "seed"u8);
        yield return RadiusSigning.EncodeAccounting(3, [RadiusAttribute.OfInteger(RadiusAttributeType.AcctStatusType, 2)], "seed"u8);
    }

    /// <summary>The packet's length is made to fit.</summary>
    public byte[] Repair(byte[] input, Random random)
    {
        if (input.Length >= RadiusPacket.HeaderLength)
            BinaryPrimitives.WriteUInt16BigEndian(input.AsSpan(2), (ushort)Math.Min(input.Length, RadiusPacket.Largest));
        return input;
    }

    public bool Run(byte[] input)
    {
        var packet = RadiusPacket.Decode(input);
        var encoded = packet.Encode();
        if (!input.AsSpan(0, encoded.Length).SequenceEqual(encoded))
            throw new WrongAnswerException("a packet is encoded to other bytes than it was decoded from");
        RadiusSigning.VerifyResponse(input, Authenticator, "another"u8);
        RadiusSigning.VerifyRequest(input, "another"u8);
        packet.EapMessage();
        foreach (var attribute in packet.VendorAttributes(RadiusVendorAttribute.Microsoft))
            RadiusHiding.RevealKey(attribute.Value.AsSpan(), "another"u8, Authenticator);
        return true;
    }
}
