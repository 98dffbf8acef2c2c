namespace Aovpn.Probes.Sessions.Eap;

/// <summary>Why a RADIUS server's certificate is not trusted.</summary>
public enum ServerProblem
{
    /// <summary>The server sent no certificate, or one that cannot be read.</summary>
    Unreadable,

    /// <summary>A member of the chain is past its end.</summary>
    Expired,

    /// <summary>A member of the chain is not yet in force.</summary>
    NotYetValid,

    /// <summary>Not meant for Server Authentication.</summary>
    Purpose,

    /// <summary>The chain does not end at a trusted root.</summary>
    Untrusted,

    /// <summary>A signature in the chain does not verify.</summary>
    BadSignature,

    /// <summary>Carries none of the names that the profile's ServerNames allow.</summary>
    Name,

    /// <summary>Nothing to judge by: the settings name no roots.</summary>
    NothingToJudgeBy,
}
