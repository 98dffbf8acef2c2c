using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Ike;

namespace Aovpn.Fuzz.Ike;

/// <summary>Payloads of every type, as clients and gateways send them.</summary>
internal static class IkeSamples
{
    private static readonly ImmutableArray<byte> Some = [.. Enumerable.Range(0, 40).Select(i => (byte)(i * 7))];

    /// <summary>Of IKE_SA_INIT.</summary>
    public static ImmutableArray<IkePayload> Init =>
    [
        new SecurityAssociationPayload([.. WindowsProposals.Default.Select((suite, i) => new Proposal((byte)(i + 1), IkeProtocol.Ike, [], [.. suite.Transforms()]))]),
        new KeyExchangePayload(KeyExchangeMethod.X25519, [.. Some.AsSpan(0, 32)]), new NoncePayload(Some),
        new NotifyPayload(NotifyMessageType.NatDetectionSourceIp, Some.AsSpan(0, 20)), new NotifyPayload(NotifyMessageType.SignatureHashAlgorithms, 0, 1, 0, 2),
        new NotifyPayload(NotifyMessageType.Redirect, 1, 4, 203, 0, 113, 7), new VendorIdPayload(Some),
    ];

    /// <summary>Of IKE_AUTH and what comes after it.</summary>
    public static ImmutableArray<IkePayload> Protected =>
    [
        new IdentificationPayload(true, IdentificationType.DerAsn1DistinguishedName, Some), new CertificatePayload(CertificateEncoding.X509Signature, Some),
        new CertificateRequestPayload(CertificateEncoding.X509Signature, [.. Some.AsSpan(0, 20)]),
        new AuthenticationPayload(AuthenticationMethod.DigitalSignature, Some), new EapPayload([1, 1, 0, 5, 1]),
        new ConfigurationPayload(ConfigurationType.Request, [new(ConfigurationAttributeType.InternalIp4Address, []), new(ConfigurationAttributeType.InternalIp4Dns, [10, 0, 0, 1])]),
        new TrafficSelectorPayload(true, [TrafficSelector.AllIpv4, TrafficSelector.AllIpv6]), new TrafficSelectorPayload(false, [TrafficSelector.AllIpv4]),
        DeletePayload.IkeSa, new NotifyPayload(NotifyMessageType.AuthenticationFailed), new UnknownPayload(new(200), Some),
    ];

    public static IPEndPoint Somewhere { get; } = new(IPAddress.Parse("192.0.2.1"), 500);

    public static byte[] Message(ImmutableArray<IkePayload> payloads, ExchangeType exchange) =>
        new IkeMessage(IkeHeader.Of(0x0102030405060708, 0x1112131415161718, exchange, 1, fromInitiator: true, isResponse: false), payloads).Encode();
}
