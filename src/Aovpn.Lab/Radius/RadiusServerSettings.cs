using Aovpn.Lab.Eap;

namespace Aovpn.Lab.Radius;

/// <summary>The lab's NPS as a RADIUS server, and how it is broken.</summary>
/// <param name="Secret">Shared with the VPN server.</param>
public sealed record RadiusServerSettings(string Secret, EapServerSettings Eap)
{
    /// <summary>The VPN server is no RADIUS client here: silence.</summary>
    public bool KnowsNobody { get; init; }

    /// <summary>Answers requests without Message-Authenticator, and leaves it out of answers without EAP: open to BlastRADIUS.</summary>
    public bool IsForgeable { get; init; }

    /// <summary>Knows Status-Server, which NPS does not.</summary>
    public bool KnowsStatusServer { get; init; }

    /// <summary>Largest request that arrives, in bytes: what a path that drops fragments lets through.</summary>
    public int LargestRequest { get; init; } = int.MaxValue;

    public override string ToString() => "(lab RADIUS server)";
}
