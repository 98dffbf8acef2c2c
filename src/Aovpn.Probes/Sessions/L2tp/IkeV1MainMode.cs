using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;

namespace Aovpn.Probes.Sessions.L2tp;

/// <summary>
/// The initiator's side of IKEv1's main mode with a pre-shared key, RFC 2409 §5.4, and NAT traversal by RFC 3947. Without privileges ESP can only be
/// received in UDP, so a NAT is made to be seen. No sockets: messages in, messages out.
/// </summary>
internal sealed class IkeV1MainMode
{
    private const int NonceSize = 32;

    private readonly L2tpSettings _settings;
    private readonly ulong _cookie;
    private readonly IkeV1SecurityAssociationPayload _proposals;
    private readonly ImmutableArray<byte> _nonce;
    private readonly IkeV1IdentificationPayload _identity;
    private IkeV1Transform? _chosen;
    private KeyExchange? _exchange;
    private IkeV1Cipher? _cipher;

    public IkeV1MainMode(L2tpSettings settings)
    {
        _settings = settings;
        _cookie = BinaryPrimitives.ReadUInt64BigEndian(settings.Random(8)) | 1;
        _proposals = new(settings.MainMode);
        _nonce = [.. settings.Random(NonceSize)];
        _identity = IkeV1IdentificationPayload.Of(settings.Local);
    }

    public L2tpStage Stage { get; private set; } = L2tpStage.MainMode;

    /// <summary>Why it ended; null while all is well.</summary>
    public string? Problem { get; private set; }

    public ulong InitiatorCookie => _cookie;

    public ulong ResponderCookie { get; private set; }

    /// <summary>What the gateway chose; null before it did.</summary>
    public IkeV1Transform? Chosen => _chosen;

    /// <summary>Null before message 4.</summary>
    public IkeV1Keys? Keys { get; private set; }

    /// <summary>Of the last message, from which the vectors of all later exchanges come.</summary>
    public ReadOnlySpan<byte> LastBlock => _cipher!.Vector;

    public byte[] Begin() => IkeV1Message.Of(_cookie, 0, ExchangeType.MainMode, 0, [_proposals, .. L2tpSettings.Vendors]).Encode();

    /// <returns>The message to send in answer; null for none.</returns>
    /// <exception cref="MalformedException">An encrypted message of a length that none has.</exception>
    public byte[]? Take(IkeV1Message message) => (Stage, message.IsEncrypted) switch
    {
        (L2tpStage.MainMode, false) => TakeChoice(message),
        (L2tpStage.KeyExchange, false) when message.Header.ResponderSpi == ResponderCookie => TakeKey(message),
        (L2tpStage.Identity, true) when message.Header.ResponderSpi == ResponderCookie => TakeProof(message),
        _ => null,
    };

    /// <summary>The gateway refused in an informational message.</summary>
    public void Refuse(string problem) => Problem ??= problem;

    private byte[]? TakeChoice(IkeV1Message message)
    {
        if (message.Payloads.OfType<IkeV1SecurityAssociationPayload>().FirstOrDefault() is not { Transforms: [var chosen, ..] } || message.Header.ResponderSpi == 0)
            return Refused(message.Payloads.OfType<IkeV1NotificationPayload>().FirstOrDefault()?.Name ?? "the answer holds neither a choice nor a notification");
        (_chosen, ResponderCookie) = (chosen, message.Header.ResponderSpi);
        if (!IkeV1Keys.IsSupported(chosen) || !_settings.MainMode.Any(offered => (offered.Encryption, offered.Hash, offered.Group, offered.Authentication) == (chosen.Encryption, chosen.Hash, chosen.Group, chosen.Authentication)))
            return Refused($"the gateway chose what was not proposed: {chosen}");
        if (!message.Payloads.OfType<IkeV1OpaquePayload>().Any(one => one.Number == IkeV1PayloadType.VendorId && Convert.ToHexString(one.Body.AsSpan()) == L2tpSettings.NatTraversal))
            return Refused("the gateway has no NAT traversal by RFC 3947, without which ESP cannot come in UDP");

        _exchange = _settings.KeyExchanges(new((ushort)chosen.Group));
        Stage = L2tpStage.KeyExchange;
        var theirs = IkeV1Keys.HashOf(chosen, Endpoint(_settings.Remote));
        return IkeV1Message.Of(
            _cookie, ResponderCookie, ExchangeType.MainMode, 0,
            [
                new IkeV1OpaquePayload(IkeV1PayloadType.KeyExchange, _exchange.PublicValue), new IkeV1OpaquePayload(IkeV1PayloadType.Nonce, _nonce),
                new IkeV1OpaquePayload(IkeV1PayloadType.NatDetection, [.. theirs]),

                // Of no address: the gateway sees a NAT before us.
                new IkeV1OpaquePayload(IkeV1PayloadType.NatDetection, [.. _settings.Random(theirs.Length)]),
            ]).Encode();
    }

    private byte[]? TakeKey(IkeV1Message message)
    {
        if (Opaque(message, IkeV1PayloadType.KeyExchange) is not { } value || Opaque(message, IkeV1PayloadType.Nonce) is not { } nonce)
            return message.Payloads.OfType<IkeV1NotificationPayload>().FirstOrDefault(one => one.Refuses) is { } refusal ? Refused(refusal.Name) : null;

        byte[] shared;
        try
        {
            shared = _exchange!.Agree(value.AsSpan());
        }
        catch (MalformedException error)
        {
            return Refused(error.Message);
        }

        Keys = new(_chosen!, Encoding.UTF8.GetBytes(_settings.PreSharedKey.Reveal()), (_nonce, nonce), (_exchange.PublicValue, value), shared, _cookie, ResponderCookie);
        _cipher = IkeV1Cipher.MainMode(Keys);
        Stage = L2tpStage.Identity;
        var proof = Keys.InitiatorHash(_proposals.Body(), _identity.Body());
        var payloads = IkeV1Payloads.Encode([_identity, new IkeV1OpaquePayload(IkeV1PayloadType.Hash, [.. proof])]);
        return IkeV1Message.Sealed(_cookie, ResponderCookie, ExchangeType.MainMode, 0, IkeV1PayloadType.Identification, [.. _cipher.Seal(payloads)]).Encode();
    }

    private byte[]? TakeProof(IkeV1Message message)
    {
        var plain = new WireReader(_cipher!.Open(message.Encrypted));
        var payloads = ImmutableArray.CreateBuilder<IkeV1Payload>();
        IkeV1Payloads.Decode(new(message.Header.NextPayload.Value), ref plain, payloads);
        if (payloads.OfType<IkeV1IdentificationPayload>().FirstOrDefault() is not { } identity || Hash(payloads) is not { } proof)
            return Refused("the gateway's proof does not open with this pre-shared key");
        if (!CryptographicOperations.FixedTimeEquals(proof.AsSpan(), Keys!.ResponderHash(_proposals.Body(), identity.Body())))
            return Refused("the gateway proves another pre-shared key");
        Stage = L2tpStage.QuickMode;
        return null;
    }

    private byte[] Endpoint(System.Net.IPEndPoint endpoint) =>
        new WireWriter().U64(_cookie).U64(ResponderCookie).Bytes(endpoint.Address.GetAddressBytes()).U16(endpoint.Port).ToArray();

    private static ImmutableArray<byte>? Opaque(IkeV1Message message, IkeV1PayloadType type) =>
        message.Payloads.OfType<IkeV1OpaquePayload>().FirstOrDefault(one => one.Number == type)?.Body;

    internal static ImmutableArray<byte>? Hash(IEnumerable<IkeV1Payload> payloads) =>
        payloads.OfType<IkeV1OpaquePayload>().FirstOrDefault(one => one.Number == IkeV1PayloadType.Hash)?.Body;

    private byte[]? Refused(string problem)
    {
        Problem = problem;
        return null;
    }
}
