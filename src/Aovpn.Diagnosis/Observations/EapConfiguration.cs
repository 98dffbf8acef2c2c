using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>An EapHostConfig: the method, what is inside it, how server and user certificates are checked and chosen.</summary>
/// <param name="OuterType">EAP type: 25 PEAP, 13 EAP-TLS, 26 EAP-MSCHAPv2, 21 TTLS.</param>
/// <param name="InnerType">The method inside PEAP or TTLS; null where there is none.</param>
/// <param name="ServerNames">ServerNames of the method that validates the server, split at semicolons; empty means any name.</param>
/// <param name="TrustedRoots">TrustedRootCA thumbprints, lower-case hexadecimal without spaces, of all ServerValidation elements.</param>
/// <param name="ValidatesServer">PerformServerValidation of the outer method; null when the element is absent (then Windows validates).</param>
/// <param name="PromptsForServer">The user may be asked to accept an unknown server (DisableUserPromptForServerValidation is false).</param>
/// <param name="Filter">The client certificate filter inside TLSExtensions; null when there is none.</param>
/// <param name="RequiresCryptoBinding">RequireCryptoBinding of PEAP.</param>
public sealed record EapConfiguration(
    Citation Source, int OuterType, int? InnerType, ImmutableArray<string> ServerNames, ImmutableArray<string> TrustedRoots, bool? ValidatesServer,
    bool? PromptsForServer, CertificateFilter? Filter, bool? RequiresCryptoBinding) : Cited(Source)
{
    /// <summary>The element that would hold TLSExtensions: a rule that finds it missing cites its place. Null when no EAP-TLS is configured.</summary>
    public Citation? TlsElement { get; init; }

    /// <summary>SimpleCertSelection: Windows picks the certificate rather than asking.</summary>
    public bool? SimpleCertSelection { get; init; }

    /// <summary>The user authenticates with a certificate, inside PEAP or without it.</summary>
    public bool UsesCertificate => OuterType == 13 || InnerType == 13;
}
