using Org.BouncyCastle.Crypto.Agreement;
using Org.BouncyCastle.Math;

namespace Aovpn.Codecs.Ike;

/// <summary>A prime, a generator, and how long a private value must be for the group's strength (RFC 3526 §8).</summary>
internal sealed record ModpGroup(BigInteger Prime, BigInteger Generator, int ExponentBits)
{
    /// <summary>RFC 5114 §2.3: 2048 bits with a subgroup of 256.</summary>
    private static readonly Lazy<ModpGroup> Subgroup256 = new(() => new(
        new BigInteger(
            "87A8E61DB4B6663CFFBBD19C651959998CEEF608660DD0F25D2CEED4435E3B00E00DF8F1D61957D4FAF7DF4561B2AA3016C3D91134096FAA3BF4296D830E9A7C" +
            "209E0C6497517ABD5A8A9D306BCF67ED91F9E6725B4758C022E0B1EF4275BF7B6C5BFC11D45F9088B941F54EB1E59BB8BC39A0BF12307F5C4FDB70C581B23F76" +
            "B63ACAE1CAA6B7902D52526735488A0EF13C6D9A51BFA4AB3AD8347796524D8EF6A167B5A41825D967E144E5140564251CCACB83E6B486F6B3CA3F7971506026" +
            "C0B857F689962856DED4010ABD0BE621C3A3960A54E710C375F26375D7014103A4B54330C198AF126116D2276E11715F693877FAD7EF09CADB094AE91E1A1597", 16),
        new BigInteger(
            "3FB32C9B73134D0B2E77506660EDBD484CA7B18F21EF205407F4793A1A0BA12510DBC15077BE463FFF4FED4AAC0BB555BE3A6C1B0C6B47B1BC3773BF7E8C6F62" +
            "901228F8C28CBB18A55AE31341000A650196F931C77A57F2DDF463E5E9EC144B777DE62AAAB8A8628AC376D282D6ED3864E67982428EBC831D14348F6F2F9193" +
            "B5045AF2767164E1DFC967C1FB3F2E55A4BD1BFFE83B9C80D052B985D182EA0ADB2A3B7313D3FE14C8484B1E052588B9B7D2BBD2DF016199ECD06E1557CD0915" +
            "B3353BBB64E0EC377FD028370DF92B52C7891428CDC67EB6184B523D1DB246C32F63078490F00EF8D647D148D47954515E2327CFEF98C582664B4C0F6CC41659", 16),
        256));

    /// <summary>Bytes of the prime, and of each value.</summary>
    public int Size => (Prime.BitLength + 7) / 8;

    /// <summary>The group of a number; null for one that this program lacks.</summary>
    public static ModpGroup? Of(KeyExchangeMethod method) => method.Value switch
    {
        1 => new(DHStandardGroups.rfc2409_768.P, DHStandardGroups.rfc2409_768.G, 160),
        2 => new(DHStandardGroups.rfc2409_1024.P, DHStandardGroups.rfc2409_1024.G, 160),
        5 => new(DHStandardGroups.rfc3526_1536.P, DHStandardGroups.rfc3526_1536.G, 224),
        14 => new(DHStandardGroups.rfc3526_2048.P, DHStandardGroups.rfc3526_2048.G, 256),
        15 => new(DHStandardGroups.rfc3526_3072.P, DHStandardGroups.rfc3526_3072.G, 320),
        16 => new(DHStandardGroups.rfc3526_4096.P, DHStandardGroups.rfc3526_4096.G, 384),
        24 => Subgroup256.Value,
        _ => null,
    };
}
