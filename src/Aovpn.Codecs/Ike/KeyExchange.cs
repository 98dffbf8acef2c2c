using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>One side of a Diffie-Hellman exchange: a fresh private value, the public one, and what comes of the peer's.</summary>
public abstract class KeyExchange(KeyExchangeMethod method)
{
    public KeyExchangeMethod Method { get; } = method;

    /// <summary>As the KE payload carries it.</summary>
    public abstract ImmutableArray<byte> PublicValue { get; }

    /// <summary>The methods that this program has, strongest of each kind first.</summary>
    public static ImmutableArray<KeyExchangeMethod> Supported { get; } =
    [
        KeyExchangeMethod.X25519, KeyExchangeMethod.Ecp384, KeyExchangeMethod.Ecp256, KeyExchangeMethod.Ecp521,
        KeyExchangeMethod.Modp2048, KeyExchangeMethod.Modp3072, KeyExchangeMethod.Modp4096, KeyExchangeMethod.Modp2048Subgroup256,
        KeyExchangeMethod.Modp1536, KeyExchangeMethod.Modp1024, KeyExchangeMethod.Modp768,
    ];

    /// <summary>A fresh pair of values; cheap for ECP and X25519, some milliseconds for MODP.</summary>
    /// <exception cref="NotSupportedException">The method is none of <see cref="Supported"/>.</exception>
    public static KeyExchange Create(KeyExchangeMethod method) => method.Value switch
    {
        19 or 20 or 21 => new EcpKeyExchange(method),
        31 => new X25519KeyExchange(),
        _ when ModpGroup.Of(method) is { } group => new ModpKeyExchange(method, group),
        _ => throw new NotSupportedException($"key exchange {method}"),
    };

    /// <summary>Bytes of a public value; 0 for a method that this program lacks.</summary>
    public static int PublicValueSize(KeyExchangeMethod method) => method.Value switch
    {
        19 => 64,
        20 => 96,
        21 => 132,
        31 => 32,
        _ => ModpGroup.Of(method)?.Size ?? 0,
    };

    /// <summary>The shared secret g^ir as RFC 7296 §2.14 and RFC 5903 §9 want it.</summary>
    /// <param name="peer">The peer's public value.</param>
    /// <exception cref="MalformedException">The value is none of the group: wrong length, out of range, not on the curve (RFC 6989 §2).</exception>
    public abstract byte[] Agree(ReadOnlySpan<byte> peer);

    private protected static MalformedException Refused(string problem) => new("KE.Data", 0, problem);
}
