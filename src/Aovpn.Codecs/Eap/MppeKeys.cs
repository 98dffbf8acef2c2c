using Aovpn.Codecs.Cryptography;

namespace Aovpn.Codecs.Eap;

/// <summary>Keys that follow from MS-CHAPv2, RFC 3079 section 3: 128 bits each way.</summary>
/// <param name="ClientSend">16 bytes; the server's MS-MPPE-Recv-Key.</param>
/// <param name="ClientReceive">16 bytes; the server's MS-MPPE-Send-Key.</param>
public sealed record MppeKeys(ReadOnlyMemory<byte> ClientSend, ReadOnlyMemory<byte> ClientReceive)
{
    private const int KeyLength = 16;
    private const int MasterSessionKeyLength = 64;

    private static ReadOnlySpan<byte> ClientSendMagic =>
        "On the client side, this is the send key; on the server side, it is the receive key."u8;

    private static ReadOnlySpan<byte> ClientReceiveMagic =>
        "On the client side, this is the receive key; on the server side, it is the send key."u8;

    /// <param name="ntResponse">24 bytes.</param>
    public static MppeKeys Derive(string password, ReadOnlySpan<byte> ntResponse)
    {
        var master = MasterKey(MsChapV2.HashNtPasswordHash(MsChapV2.NtPasswordHash(password)), ntResponse);
        return new(AsymmetricStartKey(master, ClientSendMagic, KeyLength), AsymmetricStartKey(master, ClientReceiveMagic, KeyLength));
    }

    /// <summary>GetMasterKey, RFC 3079 section 3.4: 16 bytes.</summary>
    public static byte[] MasterKey(ReadOnlySpan<byte> passwordHashHash, ReadOnlySpan<byte> ntResponse) =>
        Digests.Sha1([.. passwordHashHash, .. ntResponse, .. "This is the MPPE Master Key"u8])[..KeyLength];

    /// <summary>MSK of EAP-MSCHAPv2: the server's receive key, then its send key, then zeros to 64 bytes.</summary>
    public byte[] MasterSessionKey()
    {
        var key = new byte[MasterSessionKeyLength];
        ClientSend.Span.CopyTo(key);
        ClientReceive.Span.CopyTo(key.AsSpan(KeyLength));
        return key;
    }

    /// <summary>Says nothing of the keys.</summary>
    public override string ToString() => "(MPPE keys)";

    /// <summary>GetAsymmetricStartKey, RFC 3079 section 3.4.</summary>
    private static byte[] AsymmetricStartKey(ReadOnlySpan<byte> masterKey, ReadOnlySpan<byte> magic, int length)
    {
        Span<byte> pad1 = stackalloc byte[40], pad2 = stackalloc byte[40];
        pad1.Clear();
        pad2.Fill(0xF2);
        return Digests.Sha1([.. masterKey, .. pad1, .. magic, .. pad2])[..length];
    }
}
