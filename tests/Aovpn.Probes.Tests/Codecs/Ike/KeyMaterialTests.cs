using Aovpn.Codecs;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Tests.Codecs.Ike;

/// <summary>Keys against published vectors, and what a group refuses. Against charon's own keys: the lab.</summary>
public sealed class KeyMaterialTests
{
    // NIST CAVP, SP 800-135 IKEv2: first vector of SHA-1.
    private static readonly byte[] InitiatorNonce = Convert.FromHexString("3651fef5c9c35e93");
    private static readonly byte[] ResponderNonce = Convert.FromHexString("c09a8b90a3f04d59");

    private static readonly byte[] SharedSecret = Convert.FromHexString(
        "d084a30166a50fb7325c3960874a839449ef9741c2f4f947d0201dd8c1269273d79509f37e3ca3eb4fa2fe2a28254e289cd3f34dad4eb4df1a07685a4b8a94fa"
        + "61e2491f7598b3ce65547ff133b3f63d1ac4175eaa695033f3cedb026a6873a36455172a8540b8a5d23a0143bed0390ee49b168269d75fffee9fb62be965993c");

    /// <summary>3DES, HMAC-SHA1, whose seven keys take 20 + 2·20 + 2·24 + 2·20 = 148 bytes; the vector gives the first 132.</summary>
    private static readonly IkeSuite Suite =
        new(EncryptionAlgorithm.TripleDes, null, IntegrityAlgorithm.HmacSha1, PseudorandomFunction.HmacSha1, KeyExchangeMethod.Modp1024);

    public static TheoryData<ushort> Methods() => [.. KeyExchange.Supported.Select(method => method.Value)];

    [Fact]
    public void The_keys_of_an_IKE_SA_are_those_of_the_vector()
    {
        const string Expected =
            "6f1b12cad3cbe097b35430356d869d54cddb0198ec859174d53ceb92dddedbe2436db69f60977c58fa63bbb667f8d36920b109baae8f6c61a9ac49feda01843225d080ec"
            + "5539d5881a25521ffb2a0a91874a9c0a27fcc2d717eb8963a9e3a89c7ab264757284c28cf8c3ca40576f4220b052b1fb8e9ad60ba3c80557323331a8cbb89f20";

        var keys = KeyMaterial.Derive(Suite, SharedSecret, InitiatorNonce, ResponderNonce, 0x8e5c3ae507221684, 0xb1f201bb155c3acd);

        byte[] stream = [.. keys.SkD, .. keys.SkAi, .. keys.SkAr, .. keys.SkEi, .. keys.SkEr, .. keys.SkPi, .. keys.SkPr];
        Assert.Equal(148, stream.Length);
        Assert.Equal(Expected, Convert.ToHexStringLower(stream.AsSpan(0, 132)));
        Assert.DoesNotContain("6f1b12ca", keys.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_keys_of_a_CHILD_SA_are_those_of_the_vector()
    {
        var keys = KeyMaterial.Derive(Suite, SharedSecret, InitiatorNonce, ResponderNonce, 0x8e5c3ae507221684, 0xb1f201bb155c3acd);

        var child = ChildKeyMaterial.Derive(Suite, keys.SkD.AsSpan(), [], InitiatorNonce, ResponderNonce);

        byte[] stream = [.. child.InitiatorEncryption, .. child.InitiatorIntegrity, .. child.ResponderEncryption, .. child.ResponderIntegrity];
        Assert.Equal(
            "4727dc0ef94eb326ce131cf282fb652faa638ad0ddae3786a11bcc0309876009f8c485de011ad962c5b1ca8a41ff8145445749079c5686e26ffebbc342f06981f3da745e11ca0976424d1f8caec623d59dc7186deb20a27b",
            Convert.ToHexStringLower(stream));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Both_sides_agree_in_every_group(ushort number)
    {
        var method = new KeyExchangeMethod(number);
        var (alice, bob) = (KeyExchange.Create(method), KeyExchange.Create(method));

        Assert.Equal(KeyExchange.PublicValueSize(method), alice.PublicValue.Length);
        Assert.Equal(alice.Agree(bob.PublicValue.AsSpan()), bob.Agree(alice.PublicValue.AsSpan()));
        Assert.NotEqual(alice.PublicValue.AsSpan().ToArray(), bob.PublicValue.AsSpan().ToArray());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_value_that_is_none_of_the_group_is_refused(ushort number)
    {
        var mine = KeyExchange.Create(new(number));

        Assert.Equal("KE.Data", Assert.Throws<MalformedException>(() => mine.Agree(new byte[mine.PublicValue.Length])).Field);
        Assert.Equal("KE.Data", Assert.Throws<MalformedException>(() => mine.Agree(mine.PublicValue.AsSpan()[1..])).Field);
    }

    [Fact]
    public void A_public_value_and_its_secret_are_padded_to_the_primes_length()
    {
        for (var i = 0; i < 300; i++)
            Assert.Equal(96, KeyExchange.Create(KeyExchangeMethod.Modp768).PublicValue.Length);
    }
}
