using System.Collections.Immutable;
using System.Net;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Probes.Radius;

/// <summary>What to ask a RADIUS server, and how. Nobody else is spoken to but by <see cref="ChecksRevocation"/>.</summary>
/// <param name="Host">As the user named it.</param>
/// <param name="Client">Shared secret, and who asks.</param>
/// <param name="Eap">Who authenticates and by what; a stranger looks only.</param>
public sealed record RadiusProbeSettings(string Host, RadiusClientSettings Client, EapPeerSettings Eap)
{
    /// <summary>In place of a look-up.</summary>
    public IPAddress? Address { get; init; }

    public int Port { get; init; } = 1812;

    public int AccountingPort { get; init; } = 1813;

    /// <summary>How it authenticates, for the transcript: stranger, tls, peap-tls, peap-mschapv2, ms-chap-v2.</summary>
    public required string Method { get; init; }

    /// <summary>As a stranger: asks for each EAP method by itself.</summary>
    public bool AsksMethods { get; init; } = true;

    /// <summary>Sends a request that is larger than an IP packet.</summary>
    public bool AsksLarge { get; init; } = true;

    /// <summary>Asks the accounting port too; the server logs it.</summary>
    public bool AsksAccounting { get; init; }

    /// <summary>Sends a request without Message-Authenticator, which servers open to CVE-2024-3596 answer; the server logs a refusal.</summary>
    public bool AsksUnsigned { get; init; }

    /// <summary>DER of the roots that the client trusts, for the transcript; null: not known.</summary>
    public ImmutableArray<ImmutableArray<byte>>? Roots { get; init; }

    /// <summary>Where the roots were taken from.</summary>
    public string RootsFrom { get; init; } = "";

    /// <summary>Asks the addresses that the server's certificate names whether it is revoked: hosts that nobody named.</summary>
    public bool ChecksRevocation { get; init; }

    /// <summary>How long each transmission of a request waits for its answer.</summary>
    public ImmutableArray<TimeSpan> Waits { get; init; } = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)];
}
