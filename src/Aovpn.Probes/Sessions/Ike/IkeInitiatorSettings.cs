using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>What a session offers, who it is, what it trusts, how long it waits.</summary>
/// <param name="Local">Address and port that the first datagram leaves from.</param>
/// <param name="Remote">Address and port that it goes to.</param>
/// <param name="Suites">For the IKE SA, dearest first; each a proposal of its own, as Windows does.</param>
public sealed record IkeInitiatorSettings(IPEndPoint Local, IPEndPoint Remote, ImmutableArray<IkeSuite> Suites)
{
    public IkeGoal Goal { get; init; } = IkeGoal.Connect;

    /// <summary>In place of a proposal for each of <see cref="Suites"/>: proposals with several algorithms of a type; the suites are then what may be chosen.</summary>
    public ImmutableArray<Proposal>? Proposals { get; init; }

    /// <summary>Bytes of padding in IKE_SA_INIT, to ask whether a datagram of several IP fragments arrives.</summary>
    public int InitPadding { get; init; }

    /// <summary>Group of the first KE payload; null for the first suite's.</summary>
    public KeyExchangeMethod? FirstGroup { get; init; }

    /// <summary>For the CHILD_SA, dearest first.</summary>
    public ImmutableArray<IkeSuite> EspSuites { get; init; } = WindowsProposals.DefaultEsp;

    /// <summary>Begins on UDP 4500; else on 500.</summary>
    public bool StartsOnNatTraversal { get; init; }

    /// <summary>
    /// Makes the gateway see a NAT, so that ESP comes in UDP: without privileges nothing else can be received. Off where only the
    /// detection itself is of interest.
    /// </summary>
    public bool ForcesNatTraversal { get; init; } = true;

    /// <summary>Offers fragmentation, RFC 7383.</summary>
    public bool OffersFragmentation { get; init; } = true;

    /// <summary>Largest IP packet for a fragment, in bytes: what every path carries, RFC 7383 §2.5.1.</summary>
    public int FragmentSize { get; init; } = 1280;

    /// <summary>Vendor ids to send.</summary>
    public ImmutableArray<ImmutableArray<byte>> VendorIds { get; init; } = [];

    /// <summary>SHA-1 hashes of the keys of trusted authorities, for CERTREQ; none sends none.</summary>
    public ImmutableArray<ImmutableArray<byte>> TrustedAuthorities { get; init; } = [];

    /// <summary>Our identity; null for our address, as Windows sends it with EAP.</summary>
    public IdentificationPayload? Identity { get; init; }

    /// <summary>The gateway's name to ask for; null for none, as Windows.</summary>
    public IdentificationPayload? ResponderIdentity { get; init; }

    /// <summary>Authenticates by EAP; null for a machine certificate, or where it goes only to the gateway's certificate.</summary>
    public EapPeer? Eap { get; init; }

    /// <summary>Authenticates by a machine certificate.</summary>
    public ClientCertificate? MachineCertificate { get; init; }

    /// <summary>Whether to go on with a gateway that showed this chain (DER, leaf first): null to go on, else what is wrong with it.</summary>
    public Func<ImmutableArray<ImmutableArray<byte>>, string?> JudgeGateway { get; init; } = _ => null;

    /// <summary>Asks for inner addresses and servers.</summary>
    public bool AsksForConfiguration { get; init; } = true;

    public ImmutableArray<TrafficSelector> LocalSelectors { get; init; } = [TrafficSelector.AllIpv4, TrafficSelector.AllIpv6];

    public ImmutableArray<TrafficSelector> RemoteSelectors { get; init; } = [TrafficSelector.AllIpv4, TrafficSelector.AllIpv6];

    public Retransmission Retransmission { get; init; } = Retransmission.Patient;

    /// <summary>For the whole session, from its first datagram.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>A pair of values for a group; a scan hands out one pair for all its targets.</summary>
    public Func<KeyExchangeMethod, KeyExchange> KeyExchanges { get; init; } = KeyExchange.Create;

    /// <summary>Random bytes, as many as asked for.</summary>
    public Func<int, byte[]> Random { get; init; } = RandomNumberGenerator.GetBytes;
}
