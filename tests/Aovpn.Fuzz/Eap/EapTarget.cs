using Aovpn.Codecs.Eap;

namespace Aovpn.Fuzz.Eap;

/// <summary>EAP packets and what is in them: TLS fragments, MS-CHAPv2, PEAP's TLVs.</summary>
internal sealed class EapTarget : IFuzzTarget
{
    private const int Header = 4;

    public string Name => "eap";

    public int MaxLength => 4096;

    public int HeaderLength => Header;

    public IEnumerable<byte[]> Seeds()
    {
        yield return EapPacket.Request(1, EapType.Identity, []).Encode();
        yield return EapPacket.Response(1, EapType.Nak, [13, 25, 26]).Encode();
        yield return EapPacket.Request(2, EapType.Tls, new EapTlsFrame(EapTlsFlags.LengthIncluded | EapTlsFlags.MoreFragments, 0, 900, [.. new byte[300]]).Encode()).Encode();
        yield return EapPacket.Request(3, EapType.MsChapV2, new MsChapV2Packet.Challenge(3, [.. new byte[16]], "nps").Encode()).Encode();
        yield return EapPacket.Response(3, EapType.MsChapV2, new MsChapV2Packet.Response(3, [.. new byte[16]], [.. new byte[24]], "alice").Encode()).Encode();
        yield return EapPacket.Request(4, EapType.MsChapV2, new MsChapV2Packet.Failure(3, "E=691 R=1 C=00 V=3 M=no").Encode()).Encode();
        yield return EapPacket.Request(5, EapType.Extensions, PeapTlv.EncodeAll(PeapTlv.Result(true), new PeapCryptoBinding(0, 0, false, [.. new byte[32]], [.. new byte[20]]).ToTlv())).Encode();
        yield return EapPacket.Request(6, EapType.Expanded, new EapExpandedType(EapExpandedType.Microsoft, 33).Encode()).Encode();
    }

    public byte[] Repair(byte[] input, Random random)
    {
        if (input.Length >= Header)
            (input[2], input[3]) = ((byte)(input.Length >> 8), (byte)input.Length);
        return input;
    }

    public bool Run(byte[] input)
    {
        var packet = EapPacket.Decode(input);
        var encoded = packet.Encode();
        if (!input.AsSpan(0, encoded.Length).SequenceEqual(encoded))
            throw new WrongAnswerException("a packet is encoded to other bytes than it was decoded from");

        var data = packet.Data.AsSpan();
        if (packet.Type == EapType.Tls || packet.Type == EapType.Peap)
        {
            if (!EapTlsFrame.Decode(data).Encode().AsSpan().SequenceEqual(data))
                throw new WrongAnswerException("a frame is encoded to other bytes than it was decoded from");
            new EapTlsReassembly().Add(EapTlsFrame.Decode(data));
        }
        else if (packet.Type == EapType.MsChapV2)
        {
            if (MsChapV2Packet.Decode(data) is MsChapV2Packet.Failure failure)
                MsChapV2Failure.Parse(failure.Message);
        }
        else if (packet.Type == EapType.Extensions)
        {
            foreach (var tlv in PeapTlv.DecodeAll(data))
            {
                if (tlv.Type == PeapTlvType.CryptoBinding)
                    PeapCryptoBinding.Decode(tlv);
            }
        }
        else if (packet.Type == EapType.Expanded)
        {
            EapExpandedType.Decode(data);
        }

        if (data.Length > 0)
            PeapInner.Unpack(data, EapCode.Request, 1);
        return true;
    }
}
