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

    private const ushort LifeType = 1, ModeType = 4, IntegrityType = 5, KeyLengthType = 6;

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
        var (id, values) = IkeV1TransformBody.Read(ref body);
        return new(
            id, (int)values.GetValueOrDefault(IntegrityType), (int)values.GetValueOrDefault(ModeType),
            values.TryGetValue(KeyLengthType, out var bits) ? (int)bits : null, IkeV1TransformBody.Lifetime(values, LifeType));
    }

    /// <summary>Writes what follows "next payload" and its reserved byte.</summary>
    public void Encode(WireWriter body, int number) => IkeV1TransformBody.Write(body, number, Id, Attributes(), LifeType, LifeSeconds);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id switch { 2 => "DES", 3 => "3DES", 12 => $"AES-CBC-{KeyLength ?? 128}", _ => $"cipher {Id}" }}, {Integrity switch { 1 => "HMAC-MD5", 2 => "HMAC-SHA1", 5 => "HMAC-SHA2-256", _ => $"integrity {Integrity}" }}");

    private IEnumerable<(int Type, int Value)> Attributes()
    {
        yield return (ModeType, Mode);
        if (KeyLength is { } bits)
            yield return (KeyLengthType, bits);

        yield return (IntegrityType, Integrity);
    }
}
