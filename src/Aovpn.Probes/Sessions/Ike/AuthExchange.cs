using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Eap;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>IKE_AUTH: who is who, EAP where it is wanted, and the first CHILD_SA (RFC 7296 §1.2, §2.16).</summary>
internal sealed class AuthExchange(IkeInitiatorSettings settings, InitExchange init, KeyMaterial keys)
{
    private readonly uint _inboundSpi = BinaryPrimitives.ReadUInt32BigEndian(settings.Random(4)) | 0x8000_0000;
    private readonly IdentificationPayload _identity = settings.Identity ?? Address(settings);
    private IdentificationPayload? _responder;
    private bool _finalSent;

    /// <summary>The first request.</summary>
    public ImmutableArray<IkePayload> First()
    {
        var payloads = ImmutableArray.CreateBuilder<IkePayload>();
        payloads.Add(_identity);
        if (settings is { Eap: null, MachineCertificate: { } machine })
        {
            payloads.AddRange(machine.Chain.Select(one => new CertificatePayload(CertificateEncoding.X509Signature, one)));
            AddCertificateRequest(payloads);
            payloads.Add(SignatureAuthentication.Sign(machine.Key, InitiatorOctets(), init.SignatureHashes));
        }
        else
        {
            AddCertificateRequest(payloads);
        }

        if (settings.ResponderIdentity is { } wanted)
            payloads.Add(wanted);

        payloads.Add(new NotifyPayload(NotifyMessageType.InitialContact));
        if (settings.AsksForConfiguration)
        {
            payloads.Add(new ConfigurationPayload(ConfigurationType.Request,
            [
                new(ConfigurationAttributeType.InternalIp4Address, []), new(ConfigurationAttributeType.InternalIp4Dns, []),
                new(ConfigurationAttributeType.InternalIp4Nbns, []), new(ConfigurationAttributeType.InternalIp4Server, []),
                new(ConfigurationAttributeType.InternalIp6Address, []), new(ConfigurationAttributeType.InternalIp6Dns, []),
                new(ConfigurationAttributeType.InternalIp6Server, []),
            ]));
        }

        ImmutableArray<byte> spi = [.. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(_inboundSpi))];
        payloads.Add(new SecurityAssociationPayload([.. settings.EspSuites.Select((suite, i) => new Proposal((byte)(i + 1), IkeProtocol.Esp, spi, [.. EspTransforms(suite)]))]));
        payloads.Add(new TrafficSelectorPayload(true, settings.LocalSelectors));
        payloads.Add(new TrafficSelectorPayload(false, settings.RemoteSelectors));
        return payloads.ToImmutable();
    }

    /// <summary>Takes an answer.</summary>
    /// <returns>What to send next; or an ending; neither where the CHILD_SA stands, or the goal is reached.</returns>
    public (ImmutableArray<IkePayload>? Next, IkeEnding? Ending) Take(uint messageId, ImmutableArray<IkePayload> payloads, List<IkeEvent> events)
    {
        foreach (var violation in MessageRules.Violations(ExchangeType.IkeAuth, isResponse: true, payloads))
            events.Add(new IkeEvent.Irregular(violation));

        var error = payloads.OfType<NotifyPayload>().FirstOrDefault(notify => notify.Message.IsError);
        var authentication = payloads.OfType<AuthenticationPayload>().FirstOrDefault();
        if (error is not null && authentication is null && !payloads.Any(payload => payload is EapPayload))
            return (null, new IkeEnding.Refused(ExchangeType.IkeAuth, messageId, error.Message));

        if (_responder is null && TakeIdentity(payloads, authentication, events) is { } distrusted)
            return (null, distrusted);

        if (settings.Goal is IkeGoal.GatewayCertificate)
            return (null, null);

        if (payloads.OfType<EapPayload>().FirstOrDefault() is { } eap)
            return TakeEap(eap, events);

        if (authentication is null || (settings.Eap is not null && !_finalSent))
            return (null, new IkeEnding.Misbehaved("the answer to IKE_AUTH holds neither EAP nor AUTH where one of them is due"));

        if (_finalSent && !Verifies(authentication))
            return (null, new IkeEnding.GatewayNotTrusted("its AUTH after EAP does not fit the master session key"));

        return TakeChild(payloads, error, events);
    }

    private IkeEnding? TakeIdentity(ImmutableArray<IkePayload> payloads, AuthenticationPayload? authentication, List<IkeEvent> events)
    {
        _responder = payloads.OfType<IdentificationPayload>().FirstOrDefault(payload => !payload.OfInitiator);
        if (_responder is null || authentication is null)
            return new IkeEnding.Misbehaved("the first answer to IKE_AUTH lacks IDr or AUTH");

        ImmutableArray<ImmutableArray<byte>> chain =
            [.. payloads.OfType<CertificatePayload>().Where(payload => payload.Encoding == CertificateEncoding.X509Signature).Select(payload => payload.Data)];
        var octets = keys.SignedOctets(ofInitiator: false, init.Response, init.InitiatorNonce, _responder.Body());
        var verifies = Verify(authentication, chain, octets);
        events.Add(new IkeEvent.GatewayProved(authentication.Method, verifies));

        if (settings.Goal is IkeGoal.GatewayCertificate)
            return null;

        return settings.JudgeGateway(chain) is { } problem ? new IkeEnding.GatewayNotTrusted(problem)
            : verifies is false ? new IkeEnding.GatewayNotTrusted("its AUTH does not verify with the key of its certificate")
            : null;
    }

    private static bool? Verify(AuthenticationPayload authentication, ImmutableArray<ImmutableArray<byte>> chain, byte[] octets)
    {
        if (chain is not [var leaf, ..])
            return null;

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(leaf.AsSpan());
            return SignatureAuthentication.Verify(authentication, certificate, octets);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private (ImmutableArray<IkePayload>? Next, IkeEnding? Ending) TakeEap(EapPayload eap, List<IkeEvent> events)
    {
        if (settings.Eap is not { } peer)
            return (null, new IkeEnding.Misbehaved("the gateway begins EAP with a client that authenticates by certificate"));

        var answer = peer.Answer(eap.Packet.AsMemory());
        events.AddRange(answer.Events.Select(one => new IkeEvent.Eap(one)));
        if (peer.Outcome.Progress is EapProgress.Failure && answer.Response is not { Length: > 0 })
            return (null, new IkeEnding.EapFailed(peer.Outcome.Reason ?? EapFailureReason.Misbehaved));

        if (answer.Response is { Length: > 0 } response)
            return ([new EapPayload([.. response.Span])], null);

        if (peer.Outcome.Progress is not EapProgress.Success)
            return (null, new IkeEnding.Misbehaved("EAP packet that asks nothing"));

        // Methods without a key authenticate by SK_p (RFC 7296 §2.16); the EAP methods here all have one.
        _finalSent = true;
        var shared = peer.MasterSessionKey ?? [.. keys.SkPi];
        return ([new AuthenticationPayload(AuthenticationMethod.SharedKey, [.. keys.SharedKeyAuthentication(shared, InitiatorOctets())])], null);
    }

    private bool Verifies(AuthenticationPayload authentication)
    {
        var shared = settings.Eap!.MasterSessionKey ?? [.. keys.SkPr];
        var octets = keys.SignedOctets(ofInitiator: false, init.Response, init.InitiatorNonce, _responder!.Body());
        return authentication.Method == AuthenticationMethod.SharedKey
            && CryptographicOperations.FixedTimeEquals(keys.SharedKeyAuthentication(shared, octets), authentication.Data.AsSpan());
    }

    private (ImmutableArray<IkePayload>? Next, IkeEnding? Ending) TakeChild(ImmutableArray<IkePayload> payloads, NotifyPayload? error, List<IkeEvent> events)
    {
        if (error is not null)
            return (null, new IkeEnding.NoChild(error.Message));

        if (payloads.OfType<SecurityAssociationPayload>().FirstOrDefault()?.Proposals is not [{ Protocol.Value: 3, Spi.Length: 4 } proposal]
            || IkeSuite.Of(proposal, keys.Suite.Prf) is not { } suite)
            return (null, new IkeEnding.Misbehaved("the last answer to IKE_AUTH chooses no ESP proposal"));
        if (!settings.EspSuites.Any(offered => (offered.Encryption, offered.KeyLength, offered.Integrity) == (suite.Encryption, suite.KeyLength, suite.Integrity)))
            return (null, new IkeEnding.Misbehaved($"the last answer to IKE_AUTH chooses ESP algorithms that were not offered: {suite}"));

        ImmutableArray<TrafficSelector> Selectors(bool ofInitiator) =>
            payloads.OfType<TrafficSelectorPayload>().FirstOrDefault(payload => payload.OfInitiator == ofInitiator)?.Selectors ?? [];

        var material = ChildKeyMaterial.Derive(suite, keys.SkD.AsSpan(), [], init.InitiatorNonce, init.ResponderNonce.AsSpan());
        events.Add(new IkeEvent.ChildEstablished(new(
            _inboundSpi, BinaryPrimitives.ReadUInt32BigEndian(proposal.Spi.AsSpan()), suite, material, Selectors(true), Selectors(false),
            payloads.OfType<ConfigurationPayload>().FirstOrDefault()?.Attributes ?? [])));
        return (null, null);
    }

    private byte[] InitiatorOctets() => keys.SignedOctets(ofInitiator: true, init.Request, init.ResponderNonce.AsSpan(), _identity.Body());

    private void AddCertificateRequest(ImmutableArray<IkePayload>.Builder payloads)
    {
        if (!settings.TrustedAuthorities.IsEmpty)
            payloads.Add(new CertificateRequestPayload(CertificateEncoding.X509Signature, [.. settings.TrustedAuthorities.SelectMany(hash => hash)]));
    }

    private static IEnumerable<Transform> EspTransforms(IkeSuite suite)
    {
        yield return new(suite.Encryption, suite.KeyLength);
        if (suite.Integrity != IntegrityAlgorithm.None)
            yield return new(suite.Integrity);

        yield return Transform.NoExtendedSequenceNumbers;
    }

    private static IdentificationPayload Address(IkeInitiatorSettings settings)
    {
        var address = settings.Local.Address.IsIPv4MappedToIPv6 ? settings.Local.Address.MapToIPv4() : settings.Local.Address;
        return new(true, address.AddressFamily is AddressFamily.InterNetwork ? IdentificationType.Ipv4Address : IdentificationType.Ipv6Address, [.. address.GetAddressBytes()]);
    }
}
