using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Tests.Codecs.Ike;

public sealed class IkeCipherTests
{
    private static readonly ImmutableArray<IkePayload> Payloads =
        [new NotifyPayload(NotifyMessageType.InitialContact), new IdentificationPayload(true, IdentificationType.Fqdn, [.. "client.example.com"u8])];

    public static TheoryData<ushort, int, ushort> Suites() => new()
    {
        { 3, 0, 2 }, { 3, 0, 1 }, { 2, 0, 2 }, { 12, 128, 2 }, { 12, 192, 12 }, { 12, 256, 13 }, { 12, 256, 14 },
        { 18, 128, 0 }, { 19, 192, 0 }, { 20, 128, 0 }, { 20, 256, 0 },
    };

    [Theory]
    [MemberData(nameof(Suites))]
    public void What_is_sealed_opens_and_nothing_else(ushort encryption, int keyLength, ushort integrity)
    {
        var (suite, cipher) = Cipher(encryption, keyLength, integrity);
        var bytes = cipher.Seal(Header, Payloads, new byte[cipher.IvSize]);
        var message = IkeMessage.Decode(bytes);
        var body = Assert.IsType<EncryptedPayload>(Assert.Single(message.Payloads)).Body;

        var inside = new WireReader(cipher.Open(bytes, body));
        var opened = PayloadChain.Decode(message.First<EncryptedPayload>()!.FirstInside, ref inside);

        Assert.True(suite.IsSupported);
        Assert.Null(opened.Damage);
        Assert.Equal("client.example.com", Assert.IsType<IdentificationPayload>(opened.Payloads[1]).Text);

        for (var i = 0; i < bytes.Length; i++)
        {
            var altered = (byte[])bytes.Clone();
            altered[i] ^= 0x10;
            Assert.Null(cipher.Open(altered, [.. altered.AsSpan(bytes.Length - body.Length)]));
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Fragments_open_one_by_one_and_join(ushort encryption, int keyLength, ushort integrity)
    {
        var (_, cipher) = Cipher(encryption, keyLength, integrity);
        var inside = new WireWriter();
        PayloadChain.Encode(Payloads, inside);
        var plain = inside.ToArray();

        var joined = new List<byte>();
        for (var (i, at) = (1, 0); at < plain.Length; i++, at += 10)
        {
            var piece = plain.AsSpan(at, Math.Min(10, plain.Length - at));
            var bytes = cipher.SealFragment(Header, Payloads[0].Type, (ushort)i, 4, piece, new byte[cipher.IvSize]);
            var fragment = Assert.IsType<EncryptedFragmentPayload>(Assert.Single(IkeMessage.Decode(bytes).Payloads));

            Assert.Equal(i == 1 ? PayloadType.Notify : PayloadType.None, fragment.FirstInside);
            joined.AddRange(cipher.Open(bytes, fragment.Body)!);
        }

        Assert.Equal(plain, joined);
    }

    [Fact]
    public void A_short_tag_is_the_beginning_of_the_long_one()
    {
        var (key, iv) = (ImmutableArray.Create<byte>([.. Enumerable.Range(0, 20).Select(i => (byte)i)]), new byte[8]);
        var shortTag = new IkeCipher(new(EncryptionAlgorithm.AesGcm8, 128, default, PseudorandomFunction.HmacSha256, default), key, []);
        var bytes = shortTag.Seal(Header, Payloads, iv);
        var body = ((EncryptedPayload)IkeMessage.Decode(bytes).Payloads[0]).Body.AsSpan();

        var (ciphertext, tag) = (new byte[body.Length - 16], new byte[16]);
        using var gcm = new AesGcm(key.AsSpan()[..16], 16);
        var plain = shortTag.Open(bytes, [.. body])!;
        gcm.Encrypt([.. key.AsSpan()[16..], .. iv], [.. plain, 0], ciphertext, tag, bytes.AsSpan(0, bytes.Length - body.Length));

        Assert.Equal(body[8..^8].ToArray(), ciphertext);
        Assert.Equal(body[^8..].ToArray(), tag[..8]);
    }

    [Fact]
    public void Too_short_a_body_and_too_long_a_padding_are_told()
    {
        var (_, cipher) = Cipher(12, 256, 12);
        Assert.Equal("SK.EncryptedPayloads", Assert.Throws<MalformedException>(() => cipher.Open(new byte[60], [.. new byte[32]])).Field);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void A_signature_verifies_with_its_certificate_and_no_other(bool isRsa, bool digital)
    {
        var octets = "signed octets"u8.ToArray();
        ImmutableArray<SignatureHash> hashes = digital ? [SignatureHash.Sha1, SignatureHash.Sha256] : [];
        using AsymmetricAlgorithm key = isRsa ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var certificate = Certificate(key);
        using var other = Certificate(RSA.Create(2048));

        var authentication = SignatureAuthentication.Sign(key, octets, hashes);

        Assert.Equal(digital ? AuthenticationMethod.DigitalSignature : isRsa ? AuthenticationMethod.RsaSignature : AuthenticationMethod.Ecdsa384, authentication.Method);
        Assert.True(SignatureAuthentication.Verify(authentication, certificate, octets));
        Assert.False(SignatureAuthentication.Verify(authentication, certificate, "other octets"u8));
        Assert.NotEqual(true, SignatureAuthentication.Verify(authentication, other, octets));
        Assert.Equal(digital ? isRsa ? "1.2.840.113549.1.1.11" : "1.2.840.10045.4.3.2" : null, SignatureAuthentication.AlgorithmOf(authentication));
    }

    [Fact]
    public void Garbage_for_a_signature_is_no_signature()
    {
        using var certificate = Certificate(RSA.Create(2048));
        foreach (var data in new byte[][] { [], [255], [3, 1, 2, 3, 4], [4, 0x30, 2, 6, 0, 9] })
            Assert.NotEqual(true, SignatureAuthentication.Verify(new(AuthenticationMethod.DigitalSignature, [.. data]), certificate, "x"u8));
    }

    [Fact]
    public void Windows_proposes_eighteen_suites_of_group_2_and_three_of_group_14_when_told_to()
    {
        Assert.Equal(18, WindowsProposals.Default.Length);
        Assert.All(WindowsProposals.Default, suite => Assert.Equal(KeyExchangeMethod.Modp1024, suite.KeyExchange));
        Assert.Equal("AES-CBC-256, HMAC-SHA1-96, MODP-2048 (group 14)", WindowsProposals.NegotiateDh2048Aes256[0].ToString());
    }

    private static IkeHeader Header { get; } = IkeHeader.Of(1, 2, ExchangeType.IkeAuth, 1, fromInitiator: true, isResponse: false);

    private static (IkeSuite Suite, IkeCipher Cipher) Cipher(ushort encryption, int keyLength, ushort integrity)
    {
        var suite = new IkeSuite(new(encryption), keyLength == 0 ? null : keyLength, new(integrity), PseudorandomFunction.HmacSha256, KeyExchangeMethod.Modp2048);
        var keys = KeyMaterial.Derive(suite, new byte[256], new byte[16], new byte[16], 1, 2);
        return (suite, IkeCipher.Of(keys, fromInitiator: true));
    }

    private static X509Certificate2 Certificate(AsymmetricAlgorithm key)
    {
        var request = key is RSA rsa
            ? new CertificateRequest("CN=vpn.example.com", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest("CN=vpn.example.com", (ECDsa)key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
