using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>IKE_SA_INIT: proposals, a public value, a nonce; sent anew with a cookie or another group where the responder wants that (RFC 7296 §1.2, §2.6, §2.7).</summary>
internal sealed class InitExchange(IkeInitiatorSettings settings)
{
    /// <summary>RFC 7296 §2.6 allows a responder to change its secret; more than a few cookies are a loop.</summary>
    private const int MostCookies = 3;

    private const int NonceSize = 32;

    private readonly List<KeyExchangeMethod> _tried = [];
    private KeyExchange? _keyExchange;
    private NotifyPayload? _cookie;
    private int _cookies;

    public ulong InitiatorSpi { get; } = BinaryPrimitives.ReadUInt64BigEndian(settings.Random(8)) | 1;

    public ulong ResponderSpi { get; private set; }

    public byte[] InitiatorNonce { get; } = settings.Random(NonceSize);

    public ImmutableArray<byte> ResponderNonce { get; private set; } = [];

    /// <summary>As sent last, without marker: AUTH covers it.</summary>
    public byte[] Request { get; private set; } = [];

    /// <summary>As received, without marker: the responder's AUTH covers it.</summary>
    public byte[] Response { get; private set; } = [];

    public IkeSuite? Suite { get; private set; }

    /// <summary>Both sides fragment.</summary>
    public bool Fragments { get; private set; }

    /// <summary>A NAT was seen, or made to be seen.</summary>
    public bool NatTraversal { get; private set; }

    /// <summary>Hashes that the responder takes in signatures; empty if it did not say.</summary>
    public ImmutableArray<SignatureHash> SignatureHashes { get; private set; } = [];

    /// <summary>The request to send now.</summary>
    public IkeHeader Build()
    {
        _keyExchange ??= settings.KeyExchanges(settings.FirstGroup ?? settings.Suites[0].KeyExchange);
        var header = IkeHeader.Of(InitiatorSpi, 0, ExchangeType.IkeSaInit, 0, fromInitiator: true, isResponse: false);

        var payloads = ImmutableArray.CreateBuilder<IkePayload>();
        if (_cookie is { } cookie)
            payloads.Add(cookie);

        payloads.Add(new SecurityAssociationPayload(settings.Proposals
            ?? [.. settings.Suites.Select((suite, i) => new Proposal((byte)(i + 1), IkeProtocol.Ike, [], [.. suite.Transforms()]))]));
        payloads.Add(new KeyExchangePayload(_keyExchange.Method, _keyExchange.PublicValue));
        payloads.Add(new NoncePayload([.. InitiatorNonce]));
        payloads.Add(new NotifyPayload(NotifyMessageType.NatDetectionSourceIp, settings.ForcesNatTraversal
            ? new byte[20]
            : NatDetection.Hash(InitiatorSpi, 0, settings.Local)));
        payloads.Add(new NotifyPayload(NotifyMessageType.NatDetectionDestinationIp, NatDetection.Hash(InitiatorSpi, 0, settings.Remote)));
        if (settings.OffersFragmentation)
            payloads.Add(new NotifyPayload(NotifyMessageType.FragmentationSupported));

        payloads.Add(new NotifyPayload(NotifyMessageType.SignatureHashAlgorithms, 0, 1, 0, 2, 0, 3, 0, 4));
        payloads.Add(new NotifyPayload(NotifyMessageType.RedirectSupported));
        payloads.AddRange(settings.VendorIds.Select(id => new VendorIdPayload(id)));
        if (settings.InitPadding > 0)
            payloads.Add(new VendorIdPayload([.. new byte[settings.InitPadding]]));

        Request = new IkeMessage(header, payloads.ToImmutable()).Encode();
        return header;
    }

    /// <summary>Takes the answer.</summary>
    /// <returns>True to send the request anew; false when the IKE SA has its algorithms; an ending where it cannot go on.</returns>
    public (bool Again, IkeEnding? Ending) Take(ReadOnlySpan<byte> bytes, IkeMessage message, List<IkeEvent> events)
    {
        if (message.Notify(NotifyMessageType.Cookie) is { } cookie)
        {
            if (++_cookies > MostCookies || cookie.Data.Length is < 1 or > 64)
                return (false, new IkeEnding.Misbehaved($"cookie number {_cookies} of {cookie.Data.Length} bytes (RFC 7296 §2.6: 1 to 64 bytes, one is enough)"));

            _cookie = new(NotifyMessageType.Cookie, cookie.Data.AsSpan());
            return (true, null);
        }

        if (settings.Goal is not IkeGoal.Ask && message.Notify(NotifyMessageType.InvalidKePayload) is { Data: [var high, var low] })
            return Another(new((ushort)((high << 8) | low)));

        if (message.Notify(NotifyMessageType.Redirect) is { } redirect)
            return (false, new IkeEnding.Redirected(GatewayOf(redirect)));

        if (message.ErrorNotify is { } error)
            return (false, new IkeEnding.Refused(ExchangeType.IkeSaInit, 0, error.Message));

        if (settings.Goal is IkeGoal.Ask)
            return (false, null);

        foreach (var violation in MessageRules.Violations(ExchangeType.IkeSaInit, isResponse: true, message.Payloads))
            events.Add(new IkeEvent.Irregular(violation));

        var chosen = message.First<SecurityAssociationPayload>();
        var nonce = message.First<NoncePayload>();
        if (chosen?.Proposals is not [var proposal] || nonce is null || message.First<KeyExchangePayload>() is not { } exchanged)
            return (false, new IkeEnding.Misbehaved("the answer to IKE_SA_INIT lacks SA, KE or Nonce, or chooses several proposals"));

        if (IkeSuite.Of(proposal) is not { IsSupported: true } suite || !settings.Suites.Contains(suite))
            return (false, new IkeEnding.Misbehaved("the answer to IKE_SA_INIT chooses algorithms that were not proposed"));

        if (exchanged.Method != suite.KeyExchange || exchanged.Method != _keyExchange!.Method)
            return (false, new IkeEnding.Misbehaved($"the answer to IKE_SA_INIT chooses {suite.KeyExchange} and sends a value of {exchanged.Method}"));

        (ResponderSpi, ResponderNonce, Response, Suite) = (message.Header.ResponderSpi, nonce.Data, bytes.ToArray(), suite);
        Fragments = settings.OffersFragmentation && message.Notify(NotifyMessageType.FragmentationSupported) is not null;
        SignatureHashes = message.Notify(NotifyMessageType.SignatureHashAlgorithms) is { } hashes
            ? [.. hashes.Data.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new SignatureHash((ushort)((pair[0] << 8) | pair[1])))]
            : [];
        events.Add(new IkeEvent.SuiteChosen(suite));
        CompareNatDetection(message, events);
        return (false, null);
    }

    /// <summary>The keys of the IKE SA.</summary>
    /// <exception cref="MalformedException">The responder's public value is none of the group.</exception>
    public KeyMaterial Derive(IkeMessage response) => KeyMaterial.Derive(
        Suite!, _keyExchange!.Agree(response.First<KeyExchangePayload>()!.Data.AsSpan()), InitiatorNonce, ResponderNonce.AsSpan(), InitiatorSpi, ResponderSpi);

    /// <summary>INVALID_KE_PAYLOAD: the responder wants another of the groups proposed.</summary>
    private (bool Again, IkeEnding? Ending) Another(KeyExchangeMethod wanted)
    {
        _tried.Add(_keyExchange!.Method);
        if (_tried.Contains(wanted) || !settings.Suites.Any(suite => suite.KeyExchange == wanted))
            return (false, new IkeEnding.Refused(ExchangeType.IkeSaInit, 0, NotifyMessageType.InvalidKePayload));

        _keyExchange = settings.KeyExchanges(wanted);
        return (true, null);
    }

    private void CompareNatDetection(IkeMessage message, List<IkeEvent> events)
    {
        var sources = message.Payloads.OfType<NotifyPayload>().Where(notify => notify.Message == NotifyMessageType.NatDetectionSourceIp).ToArray();
        var destination = message.Notify(NotifyMessageType.NatDetectionDestinationIp);
        if (sources.Length == 0 || destination is null)
            return;

        var there = !sources.Any(source => source.Data.AsSpan().SequenceEqual(NatDetection.Hash(InitiatorSpi, ResponderSpi, settings.Remote)));
        var here = !destination.Data.AsSpan().SequenceEqual(NatDetection.Hash(InitiatorSpi, ResponderSpi, settings.Local));
        NatTraversal = here || there || settings.ForcesNatTraversal;
        events.Add(new IkeEvent.NatDetected(here, there));
    }

    /// <summary>RFC 5685 §6.1: type, length, identity; 1 and 2 are addresses, 3 a name.</summary>
    private static string GatewayOf(NotifyPayload redirect)
    {
        if (redirect.Data is not [var type, var length, ..] || redirect.Data.Length < 2 + length)
            return "";

        var identity = redirect.Data.AsSpan().Slice(2, length);
        return type switch
        {
            1 or 2 when length is 4 or 16 => new System.Net.IPAddress(identity).ToString(),
            3 => Encoding.UTF8.GetString(identity),
            _ => "",
        };
    }
}
