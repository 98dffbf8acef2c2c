using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Probes.Steps.Inside;

namespace Aovpn.Probes;

/// <summary>What to probe and how. Nothing but <see cref="Host"/>, its resolvers and what is named or wished here is spoken to.</summary>
/// <param name="Host">Name or address of the gateway, as a profile has it.</param>
public sealed record ProbeSettings(string Host)
{
    /// <summary>The gateway's ports, where a lab exposes others than 500 and 4500.</summary>
    public int IkePort { get; init; } = 500;

    public int NatTraversalPort { get; init; } = 4500;

    /// <summary>In place of TCP 443 and TCP 1723, where a lab exposes others.</summary>
    public int HttpsPort { get; init; } = 443;

    public int PptpPort { get; init; } = 1723;

    /// <summary>In place of a look-up; empty: the name is looked up.</summary>
    public ImmutableArray<IPAddress> Addresses { get; init; } = [];

    /// <summary>Resolvers to ask beside the machine's own.</summary>
    public ImmutableArray<IPEndPoint> Resolvers { get; init; } = [];

    /// <summary>A service that answers with the caller's address in plain text; null asks nobody.</summary>
    public Uri? ExternalAddressService { get; init; }

    /// <summary>What the client would propose: a profile's or connection's suite, else Windows' defaults.</summary>
    public ImmutableArray<IkeSuite> Suites { get; init; } = WindowsProposals.Default;

    public ImmutableArray<IkeSuite> EspSuites { get; init; } = WindowsProposals.DefaultEsp;

    public ProbeMethod Method { get; init; } = ProbeMethod.Stranger;

    /// <summary>What the peer answers to the EAP identity request; null skips EAP.</summary>
    public EapPeerSettings? Eap { get; init; }

    public ClientCertificate? MachineCertificate { get; init; }

    /// <summary>Of L2TP/IPsec; null: L2TP is asked as far as a stranger gets, main mode's first answer.</summary>
    public Secret? PreSharedKey { get; init; }

    /// <summary>The client should have a certificate for its method and has none.</summary>
    public bool LacksCertificate { get; init; }

    /// <summary>DER of the roots that the client trusts; null: not known, nothing is judged by them.</summary>
    public ImmutableArray<ImmutableArray<byte>>? Roots { get; init; }

    /// <summary>Where the roots were taken from.</summary>
    public string RootsFrom { get; init; } = "";

    /// <summary>ServerNames of the profile.</summary>
    public ImmutableArray<string> ServerNames { get; init; } = [];

    /// <summary>TrustedRootCA of the profile: SHA-1 thumbprints.</summary>
    public ImmutableArray<string> TrustedRoots { get; init; } = [];

    /// <summary>Asks which algorithms the gateway takes, one by one.</summary>
    public bool AsksSuites { get; init; } = true;

    /// <summary>Asks the addresses that the gateway's and NPS's certificates name whether these are revoked: hosts that nobody named.</summary>
    public bool ChecksRevocation { get; init; }

    /// <summary>The connection and what is asked inside, nothing before it and nothing besides: <see cref="ProbePlan.Connection"/>.</summary>
    public bool OnlyConnects { get; init; }

    /// <summary>Goes on with a gateway that a client would not trust: for strangers, who have nothing to lose.</summary>
    public bool TrustsAnyGateway { get; init; } = true;

    /// <summary>For questions whose silence is an answer: is anybody there?</summary>
    public Retransmission Asking { get; init; } = Retransmission.Brisk;

    /// <summary>For a connection: long enough for a gateway whose RADIUS server does not answer.</summary>
    public Retransmission Connecting { get; init; } = Retransmission.Patient;

    /// <summary>For one step.</summary>
    public TimeSpan StepLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What to ask through the tunnel once it stands; the gateway itself is asked anyway.</summary>
    public ImmutableArray<InsideQuestion> Inside { get; init; } = [];
}
