using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Codecs;
using Aovpn.Codecs.Eap;
using Aovpn.Codecs.Ike;
using Aovpn.Diagnosis.Evidence.Certificates;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Lab.Gateway;

/// <summary>One IKE SA on the gateway's side, from IKE_AUTH on: requests in, answers out (RFC 7296 §1.2, §2.16).</summary>
/// <param name="lease">An inner address; null when none is left.</param>
internal sealed class GatewaySession(GatewaySettings settings, InitState init, RadiusPath radius, IPAddress client, Func<IPAddress?> lease)
{
    /// <summary>RFC 7383 §2.5.1 for IPv6; enough for any path.</summary>
    private const int LargestPacket = 1280;

    private static readonly Citation Nowhere = new(new Artifact("lab"), Locator.All);

    private readonly SecuredMessages _secured = new(
        init.Keys, ofInitiator: false, init.Fragments ? SecuredMessages.LargestDatagram(LargestPacket, client.AddressFamily) : null, settings.Random);

    private readonly EapRelay _relay = new(settings, radius, client);
    private readonly IdentificationPayload _own = new(false, IdentificationType.Fqdn, [.. System.Text.Encoding.ASCII.GetBytes(settings.Name)]);
    private ImmutableArray<IkePayload> _first = [];
    private IdentificationPayload? _peer;
    private byte[]? _key;
    private bool _isAuthenticated;
    private IkeHeader? _waiting;
    private IkePort _port;
    private uint _expected = 1;
    private ImmutableArray<IkeDatagram> _lastAnswer = [];

    public ulong Spi => init.ResponderSpi;

    /// <summary>It is over: refused, or deleted by the client.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The tunnel, once it stands.</summary>
    public GatewayChild? Child { get; private set; }

    /// <summary>When <see cref="Tick"/> is due; null while nothing is waited for.</summary>
    public TimeSpan? Deadline => _waiting is null ? null : _relay.Deadline;

    /// <returns>The datagrams to answer with; none while something is missing: fragments, or the RADIUS server's word.</returns>
    /// <exception cref="MalformedException">It is not genuine, or does not read.</exception>
    public ImmutableArray<IkeDatagram> Take(ReadOnlySpan<byte> bytes, IkeMessage message, IkePort port, TimeSpan now)
    {
        var header = message.Header;
        if (header.IsResponse || IsOver)
            return [];
        if (_secured.Open(bytes, message) is not { } payloads)
            return [];
        if (header.MessageId == _expected - 1)
            return _lastAnswer; // RFC 7296 §2.1: a request sent again gets the same answer again.
        if (header.MessageId != _expected || _waiting is not null)
            return [];

        _port = port;
        if (header.Exchange == ExchangeType.IkeAuth && !_isAuthenticated)
            return Authenticate(header, payloads, now) is { } answer ? Answer(header, answer) : [];
        if (payloads.Any(payload => payload is DeletePayload { Protocol: var protocol } && protocol == IkeProtocol.Ike || payload is NotifyPayload { Message.IsError: true }))
            IsOver = true;
        return Answer(header, header.Exchange == ExchangeType.Informational ? [] : [new NotifyPayload(NotifyMessageType.NoAdditionalSas)]);
    }

    /// <summary>Time has passed: the RADIUS server is asked again, or given up.</summary>
    public ImmutableArray<IkeDatagram> Tick(TimeSpan now) =>
        _waiting is { } header && _relay.Tick(now) is { } said ? Answer(header, Relay(said)) : [];

    private ImmutableArray<IkeDatagram> Answer(IkeHeader request, ImmutableArray<IkePayload> payloads)
    {
        _waiting = null;
        _expected++;
        var header = IkeHeader.Of(init.InitiatorSpi, init.ResponderSpi, request.Exchange, request.MessageId, fromInitiator: false, isResponse: true);
        return _lastAnswer = _secured.Seal(header, payloads, _port);
    }

    /// <returns>Null while the RADIUS server has not answered.</returns>
    private ImmutableArray<IkePayload>? Authenticate(IkeHeader header, ImmutableArray<IkePayload> payloads, TimeSpan now)
    {
        if (_peer is null)
            return Begin(payloads);
        if (payloads.OfType<EapPayload>().FirstOrDefault() is { } eap && _key is null)
        {
            _waiting = header;
            return _relay.Take(EapPacket.Decode(eap.Packet.AsSpan()), now) is { } said ? Relay(said) : null;
        }

        if (payloads.OfType<AuthenticationPayload>().FirstOrDefault() is not { } proof || _key is not { } key || !Proves(proof, key))
            return Refuse();
        return [new AuthenticationPayload(AuthenticationMethod.SharedKey, [.. init.Keys.SharedKeyAuthentication(key, OwnOctets())]), .. Tunnel()];
    }

    /// <summary>The first IKE_AUTH: a certificate, or the wish for EAP.</summary>
    private ImmutableArray<IkePayload> Begin(ImmutableArray<IkePayload> payloads)
    {
        (_first, _peer) = (payloads, payloads.OfType<IdentificationPayload>().FirstOrDefault(payload => payload.OfInitiator));
        if (_peer is null || settings.Certificate is not { } certificate)
            return Refuse();

        var proof = payloads.OfType<AuthenticationPayload>().FirstOrDefault();
        if (proof is not null && !IsMachine(proof))
            return Refuse();

        ImmutableArray<IkePayload> identity =
        [
            _own, .. certificate.Chain.Select(der => new CertificatePayload(CertificateEncoding.X509Signature, der)),
            SignatureAuthentication.Sign(certificate.Key, OwnOctets(), init.Hashes),
        ];
        return proof is null ? [.. identity, new EapPayload([.. EapRelay.Begin().Encode()])] : [.. identity, .. Tunnel()];
    }

    private ImmutableArray<IkePayload> Relay(RelayedEap said)
    {
        _key = said.Packet.Code == EapCode.Success ? said.Key : null;
        IsOver = said.Packet.Code == EapCode.Failure;
        return [new EapPayload([.. said.Packet.Encode()])];
    }

    private ImmutableArray<IkePayload> Refuse()
    {
        IsOver = true;
        return [new NotifyPayload(NotifyMessageType.AuthenticationFailed)];
    }

    /// <summary>Whether a machine's certificate may authenticate, and AUTH is its key's.</summary>
    private bool IsMachine(AuthenticationPayload proof)
    {
        ImmutableArray<Certificate> chain =
            [.. _first.OfType<CertificatePayload>().Select(payload => EncodedCertificate.Read(Nowhere, payload.Data.AsSpan())).OfType<Certificate>()];
        if (chain is not [var leaf, .. var rest] || leaf.IsInForce(settings.AsOf) is not true || leaf.Allows(Purpose.ClientAuthentication) is not true)
            return false;
        var roots = settings.ClientRoots.Select(root => EncodedCertificate.Read(Nowhere, root.AsSpan())).OfType<Certificate>();
        if (!TrustPath.Build(leaf, [.. rest], [.. roots], settings.AsOf).IsTrusted)
            return false;

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(_first.OfType<CertificatePayload>().First().Data.AsSpan());
            return SignatureAuthentication.Verify(proof, certificate, PeerOctets()) is true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private bool Proves(AuthenticationPayload proof, byte[] key) => proof.Method == AuthenticationMethod.SharedKey
        && CryptographicOperations.FixedTimeEquals(init.Keys.SharedKeyAuthentication(key, PeerOctets()), proof.Data.AsSpan());

    private byte[] OwnOctets() => init.Keys.SignedOctets(ofInitiator: false, init.Answer, init.InitiatorNonce.AsSpan(), _own.Body());

    private byte[] PeerOctets() => init.Keys.SignedOctets(ofInitiator: true, init.Request, init.ResponderNonce.AsSpan(), _peer!.Body());

    /// <summary>The CHILD_SA that the first IKE_AUTH asked for, or why there is none.</summary>
    private ImmutableArray<IkePayload> Tunnel()
    {
        _isAuthenticated = true;
        if (ChildOffer.Choose(settings, _first) is not var (proposal, suite))
            return [new NotifyPayload(NotifyMessageType.NoProposalChosen)];
        if (settings.Pool.IsEmpty || lease() is not { } address)
            return [new NotifyPayload(NotifyMessageType.InternalAddressFailure)];
        var remote = ChildOffer.Narrow(_first, settings.Reachable);
        if (remote.IsEmpty)
            return [new NotifyPayload(NotifyMessageType.TsUnacceptable)];

        Child = GatewayChild.Of(suite, proposal, init, settings.Random, address);
        return
        [
            new ConfigurationPayload(ConfigurationType.Reply,
            [
                new(ConfigurationAttributeType.InternalIp4Address, [.. address.GetAddressBytes()]),
                .. settings.DnsServers.Select(server => new ConfigurationAttribute(ConfigurationAttributeType.InternalIp4Dns, [.. server.GetAddressBytes()])),
            ]),
            new SecurityAssociationPayload([ChildOffer.Taken(proposal, suite, Child.Spi)]),
            new TrafficSelectorPayload(true, [TrafficSelector.Range(address.GetAddressBytes(), address.GetAddressBytes())]),
            new TrafficSelectorPayload(false, remote),
        ];
    }
}
