using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>
/// One line of a probe's transcript: what was sent, what came, what stayed silent, when. JSON with the member <c>kind</c> first. A closed set;
/// no entry but <see cref="Keys"/> holds a secret, and that one is written only if the user asks for it.
/// </summary>
public abstract record TranscriptEntry(DateTimeOffset At)
{
    /// <summary>The first line: what was asked, without secrets.</summary>
    /// <param name="Format">Version of this format.</param>
    /// <param name="Host">The gateway as the user named it.</param>
    /// <param name="Method">How the probe authenticates: stranger, machine, mschapv2, tls, peap-tls, peap-mschapv2.</param>
    /// <param name="ServerNames">Names that the profile allows for the RADIUS server; empty for any.</param>
    /// <param name="TrustedRoots">SHA-1 thumbprints of the profile's TrustedRootCA; empty for any.</param>
    /// <param name="Identity">The user's name for EAP; null where none is given.</param>
    public sealed record Began(
        DateTimeOffset At, int Format, string Program, string Host, string Method, ImmutableArray<string> ServerNames, ImmutableArray<string> TrustedRoots, string? Identity = null)
        : TranscriptEntry(At);

    /// <summary>A network interface of this machine that is up, or one that is down.</summary>
    public sealed record Interfaces(DateTimeOffset At, ImmutableArray<InterfaceSeen> List) : TranscriptEntry(At);

    /// <summary>The roots that the probe trusts in the client's place.</summary>
    /// <param name="From">A file, or the machine's store.</param>
    /// <param name="Certificates">DER, Base64.</param>
    public sealed record Roots(DateTimeOffset At, string From, ImmutableArray<string> Certificates) : TranscriptEntry(At);

    /// <summary>What the probe authenticates with, as far as it is public: what the client's store would hold.</summary>
    /// <param name="Machine">The machine's, else the user's.</param>
    /// <param name="Certificates">DER, Base64; empty where the client has none.</param>
    public sealed record Credentials(DateTimeOffset At, bool Machine, ImmutableArray<string> Certificates) : TranscriptEntry(At);

    /// <summary>A name was looked up.</summary>
    /// <param name="Resolver">Address of the resolver; null for the machine's own.</param>
    /// <param name="Type">A or AAAA.</param>
    /// <param name="Answered">False: no resolver answered in time.</param>
    public sealed record Name(
        DateTimeOffset At, string Host, string? Resolver, string Type, ImmutableArray<string> Addresses, bool Answered, string? Problem, double Milliseconds) : TranscriptEntry(At);

    /// <summary>What a service on the Internet says is this machine's address.</summary>
    public sealed record ExternalAddress(DateTimeOffset At, string Service, string? Address, string? Problem) : TranscriptEntry(At);

    /// <param name="Answered">Null: the system has no means to ask without privileges.</param>
    public sealed record Ping(DateTimeOffset At, string Target, bool? Answered, double? Milliseconds) : TranscriptEntry(At);

    /// <summary>A session with the gateway begins; the entries with its name belong to it.</summary>
    /// <param name="Id">Unique in the transcript: "connect", "suite 7".</param>
    /// <param name="Purpose">address, reach, suite, large, stranger, connect.</param>
    public sealed record Session(DateTimeOffset At, string Id, string Purpose, string Host, string Address) : TranscriptEntry(At);

    /// <summary>A datagram went out or came in, or was answered by an ICMP message.</summary>
    /// <param name="Direction">sent, received, unreachable.</param>
    /// <param name="Port">The gateway's UDP port as IKE counts them: 500 or 4500, even where a lab exposes others.</param>
    /// <param name="Transmission">1 for the first time.</param>
    /// <param name="Bytes">Hexadecimal; on 4500 with the non-ESP marker. For unreachable, empty.</param>
    public sealed record Datagram(
        DateTimeOffset At, string Id, string Direction, int Port, string Remote, int Transmission, string Bytes, string? Problem = null) : TranscriptEntry(At);

    /// <summary>What was inside an encrypted message; answers to MS-CHAPv2 are left out.</summary>
    /// <param name="First">Type of the first payload.</param>
    /// <param name="Payloads">The chain of payloads, hexadecimal.</param>
    public sealed record Opened(DateTimeOffset At, string Id, bool Sent, int Exchange, uint MessageId, bool Response, int First, string Payloads) : TranscriptEntry(At);

    public sealed record Discarded(DateTimeOffset At, string Id, string Problem) : TranscriptEntry(At);

    public sealed record NatDetected(DateTimeOffset At, string Id, bool Here, bool There) : TranscriptEntry(At);

    /// <param name="Verifies">Null if it could not be checked.</param>
    public sealed record GatewayProved(DateTimeOffset At, string Id, int Method, bool? Verifies) : TranscriptEntry(At);

    /// <summary>EAP went on; which members are there depends on the step.</summary>
    public sealed record Eap(DateTimeOffset At, string Id, EapStep Step) : TranscriptEntry(At);

    /// <summary>A RADIUS packet went out or came in, or none came. The packets themselves are left out: from one the shared secret could be guessed.</summary>
    /// <param name="Step">sent, received, silence, port-closed, ignored, said, keys.</param>
    /// <param name="Question">What the request is for: a word of <see cref="Observations.RadiusProbed"/>.</param>
    /// <param name="Length">Bytes of the packet.</param>
    /// <param name="Code">RFC 2865: 1 Access-Request, 2 Access-Accept, 3 Access-Reject, 11 Access-Challenge.</param>
    /// <param name="Genuine">Its authenticators are made with the secret given.</param>
    /// <param name="Signed">It has a Message-Authenticator.</param>
    /// <param name="Text">The server's words, or why the packet was ignored.</param>
    public sealed record Radius(
        DateTimeOffset At, string Id, string Step, string Question, string Endpoint, int? Length = null, int? Code = null, bool? Genuine = null, bool? Signed = null, string? Text = null)
        : TranscriptEntry(At);

    public sealed record ChildEstablished(
        DateTimeOffset At, string Id, string Suite, ImmutableArray<string> Addresses, ImmutableArray<string> DnsServers, ImmutableArray<string> Local, ImmutableArray<string> Remote)
        : TranscriptEntry(At);

    /// <summary>A session is over.</summary>
    /// <param name="How">done, no-answer, unreachable, refused, eap-failed, gateway-not-trusted, no-child, redirected, misbehaved, deleted, time-out.</param>
    /// <param name="Exchange">Of the request that came to nothing; null where none did.</param>
    /// <param name="Notify">The error that refused it.</param>
    /// <param name="Detail">EAP's reason, the problem, the other gateway.</param>
    /// <param name="Size">Bytes of the largest datagram that was not answered.</param>
    public sealed record Ended(
        DateTimeOffset At, string Id, string How, int? Exchange = null, uint? MessageId = null, int? Port = null, int? Notify = null, string? Detail = null, int? Size = null)
        : TranscriptEntry(At);

    /// <summary>Something inside the tunnel was asked.</summary>
    /// <param name="Target">An address: of a resolver for dns.</param>
    /// <param name="Protocol">icmp, tcp, dns; gateway: a ping to the gateway's outer address; one-hop: a ping that the first router must report.</param>
    public sealed record Inside(
        DateTimeOffset At, string Id, string Target, string Protocol, int? Port, bool? Answered, bool Refused, string? Problem, double? Milliseconds) : TranscriptEntry(At)
    {
        /// <summary>The name that was looked up, for dns.</summary>
        public string? Asked { get; init; }

        public ImmutableArray<string>? Addresses { get; init; }
    }

    /// <summary>The tunnel was used; how many ESP packets went out and came in.</summary>
    public sealed record InsideEnded(DateTimeOffset At, string Id, int Sent, int Received) : TranscriptEntry(At);

    /// <summary>Another tunnel type than IKEv2 was tried as far as a stranger gets.</summary>
    /// <param name="Type">sstp, l2tp, pptp.</param>
    /// <param name="Protocol">tcp, udp.</param>
    /// <param name="Port">As the protocol is assigned it, even where a lab exposes another.</param>
    /// <param name="Stage">Where it ended: connect, tls, http, call, lcp, connection, main-mode, key-exchange, nat-traversal, identity, quick-mode, tunnel, session, refused; open: it would go on to authentication.</param>
    public sealed record Tunnel(DateTimeOffset At, string Type, string Host, string Protocol, int Port, bool Answered, bool Refused, string Stage) : TranscriptEntry(At)
    {
        public string? Problem { get; init; }

        /// <summary>Status of the answer to SSTP_DUPLEX_POST.</summary>
        public int? HttpStatus { get; init; }

        /// <summary>What the server says of itself: HTTP's Server header, PPTP's vendor, the transform that IKEv1 chose.</summary>
        public string? Server { get; init; }

        /// <summary>Both sides proved by the hashes of IKEv1's main mode that they know one pre-shared key; false where the gateway did not; null where none was tried.</summary>
        public bool? Proved { get; init; }

        /// <summary>UDP 4500 answered, where L2TP/IPsec goes on; null where it was not asked.</summary>
        public bool? NatTraversalAnswered { get; init; }

        /// <summary>What LCP wants the caller to prove itself with.</summary>
        public ImmutableArray<string>? Authentication { get; init; }

        /// <summary>Certificates shown in TLS, the server's first; DER, Base64.</summary>
        public ImmutableArray<string>? Certificates { get; init; }
    }

    /// <summary>An address that a certificate names was asked whether the certificate is revoked.</summary>
    /// <param name="Use">What the certificate was shown in: ike, sstp, eap.</param>
    /// <param name="Subject">Distinguished name.</param>
    /// <param name="Thumbprint">SHA-1, lower-case hexadecimal.</param>
    /// <param name="Answer">good, revoked, unknown, out-of-date, forged, malformed, refused, unreachable, not-asked.</param>
    public sealed record Revocation(DateTimeOffset At, string Use, string Subject, string Thumbprint, string Answer) : TranscriptEntry(At)
    {
        /// <summary>Null where the certificate names no address.</summary>
        public string? Url { get; init; }

        /// <summary>crl, ocsp.</summary>
        public string? Protocol { get; init; }

        /// <summary>The authority's signature verifies; null where its key is not known.</summary>
        public bool? Signed { get; init; }

        public DateTimeOffset? NextUpdate { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }

        public string? Problem { get; init; }
    }

    /// <summary>Session keys, hexadecimal. Secret: written only with <c>--keys</c>.</summary>
    public sealed record Keys(DateTimeOffset At, string Id, ImmutableDictionary<string, string> Values) : TranscriptEntry(At);

    /// <summary>A sentence about the run itself: what was left out and why.</summary>
    public sealed record Remark(DateTimeOffset At, string Text) : TranscriptEntry(At);
}
