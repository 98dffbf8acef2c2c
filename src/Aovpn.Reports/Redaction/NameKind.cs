namespace Aovpn.Reports.Redaction;

/// <summary>Of what something is the name.</summary>
internal enum NameKind
{
    User,
    Host,

    /// <summary>A domain, a DNS suffix, a namespace, an organization.</summary>
    Domain,

    /// <summary>A VPN connection or profile, a network.</summary>
    Connection,

    /// <summary>A name on a certificate.</summary>
    Subject,

    /// <summary>A number that identifies a tenant, a device or an account.</summary>
    Identifier,
}
