using System.Text;
using Aovpn.Codecs.Cryptography;

namespace Aovpn.Probes.Tests.Codecs.Cryptography;

/// <summary>Vectors of the documents that define the hashes.</summary>
public sealed class DigestsTests
{
    [Fact]
    public void MD4_of_RFC_1320_appendix_A_5() => AssertHex("a448017aaf21d8525fc10ae87aa6729d", Digests.Md4("abc"u8));

    [Fact]
    public void MD5_of_RFC_1321_appendix_A_5() => AssertHex("900150983cd24fb0d6963f7d28e17f72", Digests.Md5("abc"u8));

    [Fact]
    public void SHA_1_of_RFC_3174_section_7_3() => AssertHex("a9993e364706816aba3e25717850c26c9cd0d89d", Digests.Sha1("abc"u8));

    [Fact]
    public void SHA_256_of_FIPS_180_4() =>
        AssertHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digests.Sha256("abc"u8));

    [Theory]
    [InlineData("Jefe", "what do ya want for nothing?", "750c783e6ab0b503eaa86e310a5db738", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    public void HMAC_of_RFC_2202(string key, string data, string md5, string sha1)
    {
        AssertHex(md5, Digests.HmacMd5(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(data)));
        AssertHex(sha1, Digests.HmacSha1(Encoding.ASCII.GetBytes(key), Encoding.ASCII.GetBytes(data)));
    }

    [Fact]
    public void HMAC_with_a_key_longer_than_a_block_is_that_of_RFC_2202_test_6()
    {
        var key = Enumerable.Repeat((byte)0xAA, 80).ToArray();
        var data = "Test Using Larger Than Block-Size Key - Hash Key First"u8;

        AssertHex("6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd", Digests.HmacMd5(key, data));
        AssertHex("aa4ae5e15272d00e95705637ce8a3b55ed402112", Digests.HmacSha1(key, data));
    }

    private static void AssertHex(string expected, byte[] hash) => Assert.Equal(expected, Convert.ToHexStringLower(hash));
}
