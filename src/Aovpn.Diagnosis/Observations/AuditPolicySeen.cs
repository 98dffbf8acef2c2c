using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>Whether a subcategory of the security log is audited: auditpol /get.</summary>
/// <param name="Subcategory">Its identifier, {0CCE9243-...} without braces in lower case, whatever the language.</param>
public sealed record AuditPolicySeen(Citation Source, Host About, string Subcategory, bool Success, bool Failure) : Observation(Source, About, null)
{
    /// <summary>Network Policy Server: events 6272 to 6280.</summary>
    public const string NetworkPolicyServer = "0cce9243-69ae-11d9-bed3-505054503030";
}
