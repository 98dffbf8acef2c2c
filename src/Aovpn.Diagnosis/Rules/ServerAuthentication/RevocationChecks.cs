using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>What one CAPI2 record says of a revocation check.</summary>
internal static class RevocationChecks
{
    /// <summary>CRYPT_E_REVOCATION_OFFLINE.</summary>
    private const uint RevocationOffline = 0x80092013;

    /// <returns>Null when the record is of another matter.</returns>
    public static Verdict? Judge(ChainBuilt seen, string who)
    {
        var subject = Hole.Subject(seen.Subject ?? "a certificate");
        if (seen.Result.Value == RevocationOffline)
            return Verdict.Found($"{Hole.Plain(who)} cannot fetch the revocation list for {subject}{From(seen)}", seen.Cite(nameof(ChainBuilt.Result)));
        if (seen.TrustErrors.Contains("CERT_TRUST_IS_OFFLINE_REVOCATION"))
            return Verdict.Found($"{Hole.Plain(who)} cannot fetch the revocation list for {subject}{From(seen)}", seen.Cite(nameof(ChainBuilt.TrustErrors)));

        return seen is { EventId: 41, Result.Value: 0 } ? Verdict.RuledOut($"{Hole.Plain(who)} could check the revocation of {subject}", seen.Cite(nameof(ChainBuilt.Result))) : null;
    }

    private static Message From(ChainBuilt seen) => seen.Url is { } url ? Message.Of($" from {Hole.Path(url)}") : new([]);
}
