using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>FilteringInfo: which of the user's certificates may be sent.</summary>
/// <param name="PurposeNames">EKUMap entries: name to OID. The name is free text; only the OID counts.</param>
/// <param name="ClientAuthListEnabled">ClientAuthEKUList Enabled; null when the list is absent.</param>
/// <param name="ClientAuthPurposes">OIDs the client-authentication list asks for, resolved through the map.</param>
/// <param name="IssuerHashes">CAHashList thumbprints, lower-case hexadecimal without spaces.</param>
public sealed record CertificateFilter(
    Citation Source, ImmutableDictionary<string, string> PurposeNames, bool? ClientAuthListEnabled, ImmutableArray<string> ClientAuthPurposes,
    ImmutableArray<string> IssuerHashes) : Cited(Source)
{
    /// <summary>The filter asks for the AAD Conditional Access purpose, by whatever name.</summary>
    public bool AsksForConditionalAccess => ClientAuthListEnabled is not false && ClientAuthPurposes.Contains(Purpose.AadConditionalAccess);
}
