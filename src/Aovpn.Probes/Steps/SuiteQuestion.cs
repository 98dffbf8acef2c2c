using System.Collections.Immutable;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Steps;

/// <summary>Proposals that ask a gateway for one algorithm, with everything else to choose from.</summary>
/// <param name="Name">What it asks for, as the session is named.</param>
public sealed record SuiteQuestion(string Name, ImmutableArray<Proposal> Proposals)
{
    private static readonly ImmutableArray<Transform> Ciphers =
    [
        new(EncryptionAlgorithm.AesCbc, 256), new(EncryptionAlgorithm.AesCbc, 192), new(EncryptionAlgorithm.AesCbc, 128), new(EncryptionAlgorithm.TripleDes), new(EncryptionAlgorithm.Des),
    ];

    private static readonly ImmutableArray<Transform> CombinedCiphers =
    [
        new(EncryptionAlgorithm.AesGcm16, 256), new(EncryptionAlgorithm.AesGcm16, 192), new(EncryptionAlgorithm.AesGcm16, 128),
    ];

    private static readonly ImmutableArray<Transform> Functions =
    [
        new(PseudorandomFunction.HmacSha512), new(PseudorandomFunction.HmacSha384), new(PseudorandomFunction.HmacSha256), new(PseudorandomFunction.HmacSha1), new(PseudorandomFunction.HmacMd5),
    ];

    private static readonly ImmutableArray<Transform> Integrities =
    [
        new(IntegrityAlgorithm.HmacSha512), new(IntegrityAlgorithm.HmacSha384), new(IntegrityAlgorithm.HmacSha256), new(IntegrityAlgorithm.HmacSha1), new(IntegrityAlgorithm.HmacMd5),
    ];

    private static readonly ImmutableArray<Transform> Groups =
    [
        new(KeyExchangeMethod.Ecp384), new(KeyExchangeMethod.Ecp256), new(KeyExchangeMethod.Ecp521), new(KeyExchangeMethod.X25519),
        new(KeyExchangeMethod.Modp2048), new(KeyExchangeMethod.Modp3072), new(KeyExchangeMethod.Modp4096), new(KeyExchangeMethod.Modp2048Subgroup256),
        new(KeyExchangeMethod.Modp1536), new(KeyExchangeMethod.Modp1024),
    ];

    /// <summary>Whatever this program knows.</summary>
    public static ImmutableArray<Proposal> Everything { get; } = Of(Ciphers, CombinedCiphers, Integrities, Functions, Groups);

    /// <summary>
    /// A public value of group 1, which no proposal here has: a gateway that takes a proposal asks for its group and keeps nothing. One pair for all.
    /// </summary>
    public static KeyExchange Mismatched => OfGroup1.Value;

    private static readonly Lazy<KeyExchange> OfGroup1 = new(() => KeyExchange.Create(KeyExchangeMethod.Modp768));

    /// <summary>Each algorithm for itself.</summary>
    public static IEnumerable<SuiteQuestion> OneByOne()
    {
        foreach (var cipher in Ciphers)
            yield return new($"{cipher}", Of([cipher], [], Integrities, Functions, Groups));
        foreach (var cipher in CombinedCiphers)
            yield return new($"{cipher}", Of([], [cipher], Integrities, Functions, Groups));
        foreach (var integrity in Integrities)
            yield return new($"{integrity}", Of(Ciphers, [], [integrity], Functions, Groups));
        foreach (var function in Functions)
            yield return new($"PRF {function}", Of(Ciphers, CombinedCiphers, Integrities, [function], Groups));
        foreach (var group in Groups)
            yield return new($"{group}", Of(Ciphers, CombinedCiphers, Integrities, Functions, [group]));
    }

    /// <summary>Suites as a client proposes them, one proposal each.</summary>
    public static ImmutableArray<Proposal> Of(ImmutableArray<IkeSuite> suites) =>
        [.. suites.Select((suite, i) => new Proposal((byte)(i + 1), IkeProtocol.Ike, [], [.. suite.Transforms()]))];

    private static ImmutableArray<Proposal> Of(
        ImmutableArray<Transform> ciphers, ImmutableArray<Transform> combined, ImmutableArray<Transform> integrities, ImmutableArray<Transform> functions, ImmutableArray<Transform> groups)
    {
        var proposals = ImmutableArray.CreateBuilder<Proposal>();
        if (!ciphers.IsEmpty)
            proposals.Add(new(1, IkeProtocol.Ike, [], [.. ciphers, .. functions, .. integrities, .. groups]));
        if (!combined.IsEmpty)
            proposals.Add(new((byte)(proposals.Count + 1), IkeProtocol.Ike, [], [.. combined, .. functions, .. groups]));

        return proposals.ToImmutable();
    }
}
