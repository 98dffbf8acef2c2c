using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <param name="Scope">ScopeId: 10.10.8.0.</param>
/// <param name="Free">Addresses that can still be given; null when not shown.</param>
/// <param name="InUse">Null when not shown.</param>
/// <param name="Active">False for a scope that is switched off; null when not shown.</param>
public sealed record AddressScope(Citation Source, string Scope, long? Free, long? InUse, bool? Active) : Cited(Source);
