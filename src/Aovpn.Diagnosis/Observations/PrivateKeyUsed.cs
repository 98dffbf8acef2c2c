using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>CAPI2 70: a private key was acquired, which proves which certificate was used to authenticate.</summary>
public sealed record PrivateKeyUsed(Citation Source, Host About, When? At, string? Subject, string? Issuer, string? Thumbprint, Code Result)
    : Observation(Source, About, At);
