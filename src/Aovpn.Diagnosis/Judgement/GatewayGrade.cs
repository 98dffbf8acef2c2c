using System.Collections.Frozen;
using System.Collections.Immutable;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>
/// How good the algorithms are that a VPN server takes, whether anybody fails by them or not: A to D by RFC 8247 (IKEv2's algorithms: what must, should
/// and must not be there) and RFC 7383 (fragmentation), with every reason. Only where each algorithm was asked for by itself.
/// </summary>
internal static class GatewayGrade
{
    /// <summary>Fewer answers are no survey.</summary>
    private const int FewestAnswers = 10;

    /// <summary>MUST NOT of RFC 8247 §2.1 to §2.4: who takes them can be made to use them.</summary>
    private static readonly FrozenSet<string> Forbidden = Names(
        [$"{EncryptionAlgorithm.Des}", $"{IntegrityAlgorithm.HmacMd5}", $"PRF {PseudorandomFunction.HmacMd5}", $"{KeyExchangeMethod.Modp768}", $"{KeyExchangeMethod.Modp1024Subgroup160}"]);

    /// <summary>SHOULD NOT there, or on the way out: 3DES and SHA-1 are MAY and MUST-.</summary>
    private static readonly FrozenSet<string> Weak = Names(
    [
        $"{EncryptionAlgorithm.TripleDes}", $"{IntegrityAlgorithm.HmacSha1}", $"PRF {PseudorandomFunction.HmacSha1}",
        $"{KeyExchangeMethod.Modp1024}", $"{KeyExchangeMethod.Modp1536}", $"{KeyExchangeMethod.Modp2048Subgroup224}", $"{KeyExchangeMethod.Modp2048Subgroup256}",
    ]);

    private static readonly FrozenSet<string> GoodGroups = Names(
    [
        $"{KeyExchangeMethod.Modp2048}", $"{KeyExchangeMethod.Modp3072}", $"{KeyExchangeMethod.Modp4096}", $"{KeyExchangeMethod.Ecp256}", $"{KeyExchangeMethod.Ecp384}",
        $"{KeyExchangeMethod.Ecp521}", $"{KeyExchangeMethod.X25519}",
    ]);

    private static readonly FrozenSet<string> GoodHashes = Names([$"{IntegrityAlgorithm.HmacSha256}", $"{IntegrityAlgorithm.HmacSha384}", $"{IntegrityAlgorithm.HmacSha512}"]);

    /// <summary>One sentence; none where the algorithms were not asked for one by one.</summary>
    public static IEnumerable<Message> Notes(ImmutableArray<Observation> observations)
    {
        var asked = observations.OfType<SuiteAsked>().Where(one => one.Accepted is not null).ToArray();
        var taken = asked.Where(one => one.Accepted is true).Select(one => one.Asked).Distinct().ToArray();
        if (asked.Length < FewestAnswers || taken.Length == 0)
            yield break;

        var forbidden = taken.Where(Forbidden.Contains).ToArray();
        var weak = taken.Where(Weak.Contains).ToArray();
        var good = taken.Any(IsGoodCipher) && taken.Any(one => GoodHashes.Contains(one) || IsCombined(one)) && taken.Any(GoodGroups.Contains);
        var fragments = observations.OfType<GatewayDescribed>().Select(one => (bool?)one.Fragments).LastOrDefault();
        List<string> reasons =
        [
            .. good ? Array.Empty<string>() : ["it takes no AES with SHA-2 and a group of 2048 bits or an elliptic curve"],
            .. forbidden.Length > 0 ? [$"it takes what RFC 8247 forbids: {string.Join(", ", forbidden)}"] : Array.Empty<string>(),
            .. weak.Length > 0 ? [$"it takes what is weak: {string.Join(", ", weak)}"] : Array.Empty<string>(),
            .. fragments is false ? ["it does not fragment (RFC 7383), so that large certificates depend on IP fragments"] : Array.Empty<string>(),
        ];
        var grade = !good ? 'D' : forbidden.Length > 0 ? 'C' : reasons.Count > 0 ? 'B' : 'A';
        yield return Message.Of($"Grade {Hole.Plain(grade.ToString())} for the VPN server's algorithms: {Hole.Plain(reasons.Count == 0 ? "AES with SHA-2 and good groups, and nothing weak" : string.Join("; ", reasons))}");
    }

    private static bool IsGoodCipher(string asked) => asked.StartsWith("AES-", StringComparison.Ordinal);

    private static bool IsCombined(string asked) => IsGoodCipher(asked) && asked.Contains("GCM", StringComparison.Ordinal);

    private static FrozenSet<string> Names(string[] names) => names.ToFrozenSet(StringComparer.Ordinal);
}
