namespace Aovpn.Codecs.Radius;

/// <summary>What a packet's Message-Authenticator is worth.</summary>
public enum MessageAuthenticatorState
{
    Absent,

    /// <summary>Computed with another secret, or the packet was altered.</summary>
    Wrong,

    Right,
}
