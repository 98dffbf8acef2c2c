namespace Aovpn.Codecs.Radius;

/// <summary>What a response proves.</summary>
/// <param name="ResponseAuthenticator">MD5 over response, request and secret is right (RFC 2865 section 3). Forgeable: CVE-2024-3596, "BlastRADIUS".</param>
/// <param name="MessageAuthenticator">HMAC-MD5 (RFC 3579 section 3.2), which is not.</param>
/// <param name="MessageAuthenticatorFirst">It is the first attribute, which is how servers mended against BlastRADIUS send it.</param>
public sealed record RadiusVerification(bool ResponseAuthenticator, MessageAuthenticatorState MessageAuthenticator, bool MessageAuthenticatorFirst)
{
    /// <summary>Made by somebody who knows the secret, as far as the packet can show it.</summary>
    public bool IsGenuine => ResponseAuthenticator && MessageAuthenticator is not MessageAuthenticatorState.Wrong;
}
