using System.Collections.Immutable;
using System.Security.Cryptography;
using Aovpn.Codecs.Cryptography;

namespace Aovpn.Codecs.Eap;

/// <summary>The cryptobinding TLV, [MS-PEAP] section 2.2.8.1.1: proves that tunnel and inner method end at the same server.</summary>
/// <param name="ReceivedVersion">PEAP version that the sender was offered.</param>
/// <param name="IsResponse">SubType 1; the server's request has 0.</param>
/// <param name="Nonce">32 bytes.</param>
/// <param name="CompoundMac">20 bytes.</param>
public sealed record PeapCryptoBinding(
    byte Version, byte ReceivedVersion, bool IsResponse, ImmutableArray<byte> Nonce, ImmutableArray<byte> CompoundMac)
{
    private const int NonceLength = 32;
    private const int MacLength = 20;

    /// <exception cref="MalformedException">Not 56 bytes.</exception>
    public static PeapCryptoBinding Decode(PeapTlv tlv)
    {
        var reader = new WireReader(tlv.Value.AsSpan());
        reader.U8("CryptoBinding.Reserved");
        var version = reader.U8("CryptoBinding.Version");
        var received = reader.U8("CryptoBinding.RecvVersion");
        var subType = reader.U8("CryptoBinding.SubType");
        var nonce = reader.Take(NonceLength, "CryptoBinding.Nonce");
        var mac = reader.Take(MacLength, "CryptoBinding.CompoundMac");
        if (!reader.AtEnd)
            throw reader.Malformed("CryptoBinding.Value", $"has {reader.Remaining} bytes too many");
        return new(version, received, subType == 1, [.. nonce], [.. mac]);
    }

    public PeapTlv ToTlv() => new(false, PeapTlvType.CryptoBinding, [.. Value(CompoundMac.AsSpan())]);

    /// <summary>This, with the compound MAC that the key gives.</summary>
    public PeapCryptoBinding Signed(PeapKeys keys) => this with { CompoundMac = [.. Mac(keys)] };

    public bool Verifies(PeapKeys keys) => CryptographicOperations.FixedTimeEquals(Mac(keys), CompoundMac.AsSpan());

    /// <summary>[MS-PEAP] section 3.1.5.5.1: the TLV with its MAC zeroed, then PEAP's type; outer TLVs are not sent by anyone known.</summary>
    private byte[] Mac(PeapKeys keys)
    {
        var writer = new WireWriter();
        new PeapTlv(false, PeapTlvType.CryptoBinding, [.. Value(new byte[MacLength])]).Encode(writer);
        writer.U8(EapType.Peap.Value);
        return Digests.HmacSha1(keys.CompoundMacKey.AsSpan(), writer.Written);
    }

    private byte[] Value(ReadOnlySpan<byte> mac) =>
        new WireWriter().U8(0).U8(Version).U8(ReceivedVersion).U8(IsResponse ? 1 : 0).Bytes(Nonce.AsSpan()).Bytes(mac).ToArray();
}
