namespace Aovpn.Diagnosis.Observations;

/// <summary>What a gateway that is not RRAS says of a connection in its log.</summary>
public enum GatewayRemark
{
    /// <summary>It has no private key for the name it should prove.</summary>
    NoPrivateKey,

    /// <summary>The client's certificate is not in force.</summary>
    ClientCertificateNotInForce,

    /// <summary>No trusted authority issued the client's certificate.</summary>
    ClientCertificateUntrusted,

    /// <summary>None of the client's IKE proposals is acceptable.</summary>
    ProposalsRefused,

    /// <summary>None of the client's ESP proposals is acceptable.</summary>
    ChildProposalsRefused,

    /// <summary>There is no address to give the client.</summary>
    NoAddress,

    /// <summary>Every address of a pool is taken.</summary>
    PoolFull,

    /// <summary>The client's traffic selectors are not acceptable.</summary>
    SelectorsRefused,

    /// <summary>The RADIUS server does not answer.</summary>
    RadiusTimedOut,

    /// <summary>Nothing listens on the RADIUS server's port.</summary>
    RadiusPortClosed,
}
