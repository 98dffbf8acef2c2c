using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Observations;

/// <summary>An IKE peer refused something with a Notify payload, RFC 7296 section 3.10.1.</summary>
/// <param name="About">Who sent it.</param>
/// <param name="Notify">As a code of the family <see cref="CodeFamily.IkeNotify"/>.</param>
/// <param name="Exchange">34 IKE_SA_INIT, 35 IKE_AUTH, 36 CREATE_CHILD_SA, 37 INFORMATIONAL.</param>
/// <param name="MessageId">1 for the first IKE_AUTH.</param>
public sealed record IkeErrorNotified(Citation Source, Host About, When? At, Code Notify, int Exchange, uint MessageId) : Observation(Source, About, At)
{
    /// <summary>The refused client had not named or proved itself by a certificate: it wanted EAP. Null when not known.</summary>
    public bool? ClientWantedEap { get; init; }

    /// <summary>Both sides were authenticated before: what is refused is the tunnel.</summary>
    public bool AfterAuthentication { get; init; }
}
