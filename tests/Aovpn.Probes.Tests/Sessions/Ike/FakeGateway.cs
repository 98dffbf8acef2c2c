using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests.Sessions.Ike;

/// <summary>The responder's side as far as the initiator's tests need it, written from RFC 7296 with the product's codecs.</summary>
internal sealed class FakeGateway
{
    public static readonly IkeSuite Suite =
        new(EncryptionAlgorithm.AesGcm16, 256, IntegrityAlgorithm.None, PseudorandomFunction.HmacSha384, KeyExchangeMethod.Ecp384);

    private const ulong Spi = 0x0102030405060708;

    private readonly RSA _key = RSA.Create(2048);
    private readonly byte[] _nonce = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private readonly SortedDictionary<int, byte[]> _pieces = [];
    private KeyMaterial? _keys;
    private byte[] _request = [];
    private byte[] _response = [];
    private byte[] _initiatorNonce = [];
    private ulong _sealed = 1000;

    public FakeGateway()
    {
        var request = new CertificateRequest("CN=vpn.example.com", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(new byte[1200], critical: false));
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));
        Certificate = made.RawData;
    }

    /// <summary>Larger than a packet, so that the answer comes in fragments.</summary>
    public byte[] Certificate { get; }

    public int Cookies { get; init; }

    public bool Fragments { get; init; } = true;

    public bool SignsOther { get; init; }

    public NotifyMessageType? RefusesAuthWith { get; init; }

    public NotifyMessageType? RefusesChildWith { get; init; }

    public int CookiesGiven { get; private set; }

    public bool Deleted { get; private set; }

    public List<ImmutableArray<IkePayload>> Requests { get; } = [];

    /// <summary>Answers one datagram; the answer's datagrams, in their order.</summary>
    public IEnumerable<IkeDatagram> Answer(IkeDatagram datagram)
    {
        var bytes = datagram.Message!.Value.ToArray();
        var message = IkeMessage.Decode(bytes);
        if (message.Header.Exchange == ExchangeType.IkeSaInit)
            return [IkeDatagram.Of(datagram.Port, Init(bytes, message))];

        if (Opened(bytes, message) is not { } payloads)
            return [];

        Requests.Add(payloads);
        Deleted |= payloads.Any(payload => payload is DeletePayload or NotifyPayload { Message.Value: 24 });
        ImmutableArray<IkePayload> answer = message.Header.Exchange == ExchangeType.IkeAuth ? Auth(payloads) : [];
        return Seal(message.Header, answer, datagram.Port);
    }

    private byte[] Init(byte[] bytes, IkeMessage message)
    {
        var header = IkeHeader.Of(message.Header.InitiatorSpi, 0, ExchangeType.IkeSaInit, 0, fromInitiator: false, isResponse: true);
        if (CookiesGiven < Cookies)
            return new IkeMessage(header, [new NotifyPayload(NotifyMessageType.Cookie, (byte)++CookiesGiven)]).Encode();

        var exchanged = message.First<KeyExchangePayload>()!;
        if (exchanged.Method != Suite.KeyExchange)
            return new IkeMessage(header, [new NotifyPayload(NotifyMessageType.InvalidKePayload, 0, 20)]).Encode();

        var mine = KeyExchange.Create(Suite.KeyExchange);
        (_request, _initiatorNonce) = (bytes, [.. message.First<NoncePayload>()!.Data]);
        _keys = KeyMaterial.Derive(Suite, mine.Agree(exchanged.Data.AsSpan()), _initiatorNonce, _nonce, message.Header.InitiatorSpi, Spi);
        ImmutableArray<IkePayload> payloads =
        [
            new SecurityAssociationPayload([new(1, IkeProtocol.Ike, [], [.. Suite.Transforms()])]), new KeyExchangePayload(Suite.KeyExchange, mine.PublicValue), new NoncePayload([.. _nonce]),
            new NotifyPayload(NotifyMessageType.NatDetectionSourceIp, new byte[20]), new NotifyPayload(NotifyMessageType.NatDetectionDestinationIp, new byte[20]),
            new NotifyPayload(NotifyMessageType.SignatureHashAlgorithms, 0, 2),
            .. Fragments ? [new NotifyPayload(NotifyMessageType.FragmentationSupported)] : ImmutableArray<IkePayload>.Empty,
        ];
        return _response = new IkeMessage(header with { ResponderSpi = Spi }, payloads).Encode();
    }

    private ImmutableArray<IkePayload> Auth(ImmutableArray<IkePayload> request)
    {
        if (RefusesAuthWith is { } error)
            return [new NotifyPayload(error)];

        var identity = new IdentificationPayload(false, IdentificationType.Fqdn, [.. "vpn.example.com"u8]);
        var octets = _keys!.SignedOctets(ofInitiator: false, _response, SignsOther ? _nonce : _initiatorNonce, identity.Body());
        ImmutableArray<IkePayload> proof =
            [identity, new CertificatePayload(CertificateEncoding.X509Signature, [.. Certificate]), SignatureAuthentication.Sign(_key, octets, [SignatureHash.Sha256])];
        if (RefusesChildWith is { } noChild)
            return [.. proof, new NotifyPayload(noChild)];

        var esp = request.OfType<SecurityAssociationPayload>().Single().Proposals[0];
        return
        [
            .. proof,
            new ConfigurationPayload(ConfigurationType.Reply, [new(ConfigurationAttributeType.InternalIp4Address, [10, 0, 0, 7])]),
            new SecurityAssociationPayload([esp with { Spi = [9, 8, 7, 6] }]),
            new TrafficSelectorPayload(true, [TrafficSelector.AllIpv4]), new TrafficSelectorPayload(false, [TrafficSelector.AllIpv4]),
        ];
    }

    /// <summary>The initiator's own AUTH is right: what its message, our nonce and its identity give.</summary>
    public bool InitiatorProved(X509Certificate2 certificate)
    {
        var request = Requests[0];
        var octets = _keys!.SignedOctets(ofInitiator: true, _request, _nonce, request.OfType<IdentificationPayload>().First().Body());
        return SignatureAuthentication.Verify(request.OfType<AuthenticationPayload>().Single(), certificate, octets) is true;
    }

    private ImmutableArray<IkePayload>? Opened(byte[] bytes, IkeMessage message)
    {
        var cipher = IkeCipher.Of(_keys!, fromInitiator: true);
        if (message.First<EncryptedPayload>() is { } encrypted)
            return Chain(encrypted.FirstInside, cipher.Open(bytes, encrypted.Body)!);

        var fragment = message.First<EncryptedFragmentPayload>()!;
        _pieces[fragment.Number] = cipher.Open(bytes, fragment.Body)!;
        if (_pieces.Count < fragment.Total)
            return null;

        byte[] whole = [.. _pieces.Values.SelectMany(piece => piece)];
        _pieces.Clear();
        return Chain(PayloadType.IdentificationInitiator, whole);
    }

    private static ImmutableArray<IkePayload> Chain(PayloadType first, byte[] inside)
    {
        var reader = new WireReader(inside);
        return PayloadChain.Decode(first, ref reader).Payloads;
    }

    private IEnumerable<IkeDatagram> Seal(IkeHeader request, ImmutableArray<IkePayload> payloads, IkePort port)
    {
        var cipher = IkeCipher.Of(_keys!, fromInitiator: false);
        var header = IkeHeader.Of(request.InitiatorSpi, Spi, request.Exchange, request.MessageId, fromInitiator: false, isResponse: true);
        var inside = new WireWriter();
        PayloadChain.Encode(payloads, inside);
        if (!Fragments || inside.Length < 1000)
            return [IkeDatagram.Of(port, cipher.Seal(header, payloads, BitConverter.GetBytes(++_sealed)))];

        var pieces = inside.ToArray().Chunk(700).ToArray();
        return pieces.Select((piece, i) => IkeDatagram.Of(
            port, cipher.SealFragment(header, PayloadChain.First(payloads), (ushort)(i + 1), (ushort)pieces.Length, piece, BitConverter.GetBytes(++_sealed)))).ToArray();
    }
}
