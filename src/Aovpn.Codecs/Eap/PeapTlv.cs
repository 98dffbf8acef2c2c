using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Aovpn.Codecs.Eap;

/// <summary>A TLV of the EAP Extensions method, [MS-PEAP] section 2.2.4.</summary>
/// <param name="Mandatory">M: who does not know it must say so with a Nak.</param>
public sealed record PeapTlv(bool Mandatory, PeapTlvType Type, ImmutableArray<byte> Value)
{
    private const ushort MandatoryBit = 0x8000;
    private const ushort TypeMask = 0x3FFF;
    private const ushort SuccessStatus = 1;
    private const ushort FailureStatus = 2;

    /// <summary>Result TLV, [MS-PEAP] section 2.2.8.1.2.</summary>
    public static PeapTlv Result(bool success) => new(true, PeapTlvType.Result, [0, (byte)(success ? SuccessStatus : FailureStatus)]);

    /// <summary>Whether a Result TLV says success; null where it is none, or has another value.</summary>
    public bool? ResultSuccess => Type != PeapTlvType.Result || Value.Length != 2 ? null
        : BinaryPrimitives.ReadUInt16BigEndian(Value.AsSpan()) switch { SuccessStatus => true, FailureStatus => false, _ => null };

    /// <summary>All TLVs of a packet's data.</summary>
    /// <exception cref="MalformedException">One ends inside its header or value.</exception>
    public static ImmutableArray<PeapTlv> DecodeAll(ReadOnlySpan<byte> data)
    {
        var reader = new WireReader(data);
        var all = ImmutableArray.CreateBuilder<PeapTlv>();
        while (!reader.AtEnd)
        {
            var type = reader.U16("Tlv.Type");
            var length = reader.U16("Tlv.Length");
            all.Add(new((type & MandatoryBit) != 0, new((ushort)(type & TypeMask)), [.. reader.Take(length, "Tlv.Value")]));
        }

        return all.ToImmutable();
    }

    public void Encode(WireWriter writer) =>
        writer.U16(Type.Value | (Mandatory ? MandatoryBit : 0)).U16(Value.Length).Bytes(Value.AsSpan());

    /// <summary>Type-Data with these TLVs in their order.</summary>
    public static byte[] EncodeAll(params ReadOnlySpan<PeapTlv> tlvs)
    {
        var writer = new WireWriter();
        foreach (var tlv in tlvs)
            tlv.Encode(writer);
        return writer.ToArray();
    }
}
