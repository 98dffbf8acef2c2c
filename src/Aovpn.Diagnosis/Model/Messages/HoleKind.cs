namespace Aovpn.Diagnosis.Model;

/// <summary>What a value inside a message is, so that it can be redacted or linked without guessing from its text.</summary>
public enum HoleKind
{
    /// <summary>Nothing that identifies a person or a machine: numbers, protocol names, closed vocabulary.</summary>
    Plain,
    User,

    /// <summary>Computer name, FQDN, connection name.</summary>
    Host,

    /// <summary>IP or MAC address, subnet.</summary>
    Address,
    Thumbprint,

    /// <summary>Distinguished name or common name of a certificate.</summary>
    Subject,
    Path,

    /// <summary>An error code, which reports link to its explanation.</summary>
    Code,
}
