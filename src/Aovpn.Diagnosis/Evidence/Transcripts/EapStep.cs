using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>One step of an EAP authentication, flat, as JSON has it; members that a step does not have are absent.</summary>
/// <param name="Name">
/// identity-asked, notified, method-offered, method-refused, server-certificates, server-judged, certificate-asked, certificate-sent, tls-established,
/// tls-alert, mschap-failed, mschap-verified, tunnel-result, crypto-binding, ended, misbehaved, left.
/// </param>
/// <param name="Inner">Inside PEAP's tunnel.</param>
public sealed record EapStep(string Name, bool Inner = false)
{
    /// <summary>EAP type number.</summary>
    public int? Type { get; init; }

    /// <summary>EAP types asked for in place of one refused.</summary>
    public ImmutableArray<int>? Desired { get; init; }

    /// <summary>DER, Base64; the leaf first.</summary>
    public ImmutableArray<string>? Certificates { get; init; }

    /// <summary>Names of authorities, or of problems.</summary>
    public ImmutableArray<string>? Names { get; init; }

    /// <summary>TLS version as on the wire: 771 is 1.2.</summary>
    public int? Version { get; init; }

    public int? CipherSuite { get; init; }

    public bool? ExtendedMasterSecret { get; init; }

    /// <summary>A TLS alert of the server, else of the probe.</summary>
    public bool? FromServer { get; init; }

    /// <summary>TLS alert, or the Windows error of MS-CHAPv2.</summary>
    public int? Code { get; init; }

    public bool? Success { get; init; }

    /// <summary>The server's words, or the reason to leave.</summary>
    public string? Text { get; init; }
}
