namespace Aovpn.Diagnosis.Model;

/// <summary>The steps a client goes through, in order. The order is the meaning: what fails first hides what comes later.</summary>
public enum Stage
{
    Profile,
    Reachability,
    Negotiation,
    ServerAuthentication,
    UserAuthentication,
    Authorization,
    Addressing,
    Connectivity,

    /// <summary>Not a step of a connection: the state of the evidence itself (AOV9xx).</summary>
    EvidenceHealth,
}
