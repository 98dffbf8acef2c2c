namespace Aovpn.Lab.Eap;

/// <summary>How the lab's one account stands.</summary>
public enum LabAccount
{
    Fine,

    /// <summary>Refused by name.</summary>
    Unknown,

    /// <summary>Refused by name.</summary>
    Disabled,

    /// <summary>E=647 with a password; refused after the handshake with a certificate.</summary>
    LockedOut,

    /// <summary>E=648 with a password.</summary>
    PasswordExpired,
}
