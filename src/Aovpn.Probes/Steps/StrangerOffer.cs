using System.Collections.Immutable;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Steps;

/// <summary>
/// Many suites in two proposals, one with integrity algorithms and one of combined ciphers, RFC 7296 §3.3. As a proposal each, which is how Windows sends its own,
/// they would make an IKE_SA_INIT of more than a packet, which a path that drops IP fragments loses: a stranger would fail where a client does not.
/// </summary>
public static class StrangerOffer
{
    /// <summary>Transforms in the order of the suites.</summary>
    public static ImmutableArray<Proposal> Proposals(ImmutableArray<IkeSuite> suites) =>
    [
        .. new[] { suites.Where(suite => !suite.Encryption.IsCombined), suites.Where(suite => suite.Encryption.IsCombined) }.Where(half => half.Any())
            .Select((half, i) => new Proposal((byte)(i + 1), IkeProtocol.Ike, [], [.. half.SelectMany(suite => suite.Transforms()).Distinct().OrderBy(one => one.Type.Value)])),
    ];

    /// <summary>All that a gateway may choose from them, the suites themselves first.</summary>
    public static ImmutableArray<IkeSuite> Choices(ImmutableArray<IkeSuite> suites) =>
    [
        .. suites.Concat(
            from half in suites.GroupBy(suite => suite.Encryption.IsCombined)
            from cipher in half.Select(suite => (suite.Encryption, suite.KeyLength)).Distinct()
            from integrity in half.Select(suite => suite.Integrity).Distinct()
            from function in half.Select(suite => suite.Prf).Distinct()
            from exchange in half.Select(suite => suite.KeyExchange).Distinct()
            select new IkeSuite(cipher.Encryption, cipher.KeyLength, integrity, function, exchange)).Distinct(),
    ];
}
