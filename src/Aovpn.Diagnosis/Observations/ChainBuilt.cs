using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>CAPI2 built or verified a certificate chain (events 11 and 30), or checked revocation (41), or fetched an object (53).</summary>
/// <param name="EventId">The CAPI2 event.</param>
/// <param name="Subject">The certificate's subject as logged.</param>
/// <param name="Issuers">Subjects of the chain above it, nearest first.</param>
/// <param name="Result">The error value; zero when all was well.</param>
/// <param name="TrustErrors">Names of the trust error flags that are set, as Windows spells them: CERT_TRUST_IS_UNTRUSTED_ROOT.</param>
/// <param name="Process">The process that asked.</param>
/// <param name="Url">What was fetched, for 53.</param>
public sealed record ChainBuilt(
    Citation Source, Host About, When? At, int EventId, string? Subject, ImmutableArray<string> Issuers, Code Result, ImmutableArray<string> TrustErrors,
    string? Process, string? Url) : Observation(Source, About, At);
