namespace Aovpn.Probes.Sessions.Ike;

/// <summary>How far a session goes of its own accord.</summary>
public enum IkeGoal
{
    /// <summary>
    /// To the first answer that is no cookie. With a public value of a group that is not proposed, a gateway that takes a proposal asks for another
    /// group and keeps nothing, and one that takes none says so: no exponentiation, no half-open IKE SA.
    /// </summary>
    Ask,

    /// <summary>To the answer to IKE_SA_INIT. No shared secret is computed; the half-open IKE SA is left to the gateway's clock.</summary>
    Init,

    /// <summary>To the gateway's certificate in the first answer to IKE_AUTH, then it is deleted.</summary>
    GatewayCertificate,

    /// <summary>To the end of EAP and the CHILD_SA.</summary>
    Connect,
}
