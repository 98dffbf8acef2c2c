namespace Aovpn.Diagnosis.Observations;

/// <summary>Phases of a connection as RasClient logs them. With IKEv2 the whole exchange, EAP included, runs while the link is being set up.</summary>
public enum ConnectionPhase
{
    /// <summary>20221: dialling has started.</summary>
    Started,

    /// <summary>20222: the link to the server is being set up.</summary>
    LinkStarted,

    /// <summary>20223: the device is linked.</summary>
    LinkEstablished,

    /// <summary>20224: the link to the server stands; authentication follows.</summary>
    AuthenticationStarted,

    /// <summary>20225: connected.</summary>
    Connected,

    /// <summary>20226: the connection ended.</summary>
    Disconnected,
}
