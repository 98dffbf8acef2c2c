using System.Globalization;

namespace Aovpn.Codecs.Ike.V1;

/// <summary>Algorithms of an ESP association in quick mode, as numbers of RFC 2407 §4.4.4 and §4.5.</summary>
/// <param name="Id">3 is 3DES, 12 AES-CBC: the numbers of IKEv2.</param>
/// <param name="Integrity">1 HMAC-MD5, 2 HMAC-SHA1, 5 HMAC-SHA2-256.</param>
/// <param name="Mode">2 transport, 4 transport in UDP (RFC 3947 §5.1).</param>
/// <param name="KeyLength">In bits; null for ciphers of one length.</param>
/// <param name="LifeSeconds">How long the association may live; null if it was not told in seconds.</param>
public sealed record IkeV1EspTransform(byte Id, int Integrity, int Mode, int? KeyLength = null, uint? LifeSeconds = null)
{
    /// <summary>Transport mode in UDP, RFC 3947 §5.1.</summary>
    public const int TransportInUdp = 4;

    private const ushort FormatBit = 0x8000;
    private const ushort LifeType = 1, LifeDuration = 2, ModeType = 4, IntegrityType = 5, KeyLengthType = 6;

    /// <summary>The same in IKEv2's numbers, for <see cref="Esp.EspAssociation"/>; null where this program lacks an algorithm.</summary>
    public IkeSuite? Suite
    {
        get
        {
            var integrity = Integrity switch { 1 => IntegrityAlgorithm.HmacMd5, 2 => IntegrityAlgorithm.HmacSha1, 5 => IntegrityAlgorithm.HmacSha256, 6 => IntegrityAlgorithm.HmacSha384, 7 => IntegrityAlgorithm.HmacSha512, _ => IntegrityAlgorithm.None };
            var suite = new IkeSuite(new(Id), Id == 12 ? KeyLength ?? 128 : KeyLength, integrity, PseudorandomFunction.HmacSha1, KeyExchangeMethod.None);
            return Id is 2 or 3 or 12 && suite is { IsSupported: true, KeyLength: null or 128 or 192 or 256 } ? suite : null;
        }
    }

    /// <summary>Reads a transform whose "next payload" has not been read yet.</summary>
    /// <exception cref="MalformedException">The body ends inside a field, or a length contradicts another.</exception>
    public static IkeV1EspTransform Decode(ref WireReader body)
    {
        body.U8("Transform.NextPayload");
        body.U8("Transform.Reserved");
        var length = body.U16("Transform.Length");
        var inside = body.Within(length - 4, "Transform.Length");
        inside.U8("Transform.Number");
        var id = inside.U8("Transform.Id");
        inside.U16("Transform.Reserved2");

        var (mode, integrity, unit) = (0, 0, 0);
        (int? bits, uint? seconds) = (null, null);
        while (!inside.AtEnd)
        {
            var type = inside.U16("Transform.AttributeType");
            var value = inside.U16("Transform.AttributeValue");
            var number = (type & FormatBit) != 0 ? value : value == 4 ? inside.U32("Transform.AttributeValue") : Skipped(ref inside, value);
            switch (type & ~FormatBit)
            {
                case LifeType:
                    unit = (int)number;
                    break;
                case LifeDuration when unit == 1:
                    seconds = number;
                    break;
                case ModeType:
                    mode = (int)number;
                    break;
                case IntegrityType:
                    integrity = (int)number;
                    break;
                case KeyLengthType:
                    bits = (int)number;
                    break;
            }
        }

        return new(id, integrity, mode, bits, seconds);
    }

    /// <summary>Writes what follows "next payload" and its reserved byte.</summary>
    public void Encode(WireWriter body, int number)
    {
        ArgumentNullException.ThrowIfNull(body);
        body.LengthPrefixed16(
            inside =>
            {
                inside.U8(number).U8(Id).U16(0).U16(ModeType | FormatBit).U16(Mode);
                if (KeyLength is { } bits)
                    inside.U16(KeyLengthType | FormatBit).U16(bits);
                inside.U16(IntegrityType | FormatBit).U16(Integrity);
                if (LifeSeconds is { } seconds)
                    inside.U16(LifeType | FormatBit).U16(1).U16(LifeDuration).U16(4).U32(seconds);
            },
            extra: 4);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id switch { 2 => "DES", 3 => "3DES", 12 => $"AES-CBC-{KeyLength ?? 128}", _ => $"cipher {Id}" }}, {Integrity switch { 1 => "HMAC-MD5", 2 => "HMAC-SHA1", 5 => "HMAC-SHA2-256", _ => $"integrity {Integrity}" }}");

    private static uint Skipped(ref WireReader inside, int length)
    {
        inside.Take(length, "Transform.AttributeValue");
        return 0;
    }
}
