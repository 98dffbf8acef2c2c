using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;

namespace Aovpn.Lab.Gateway;

/// <summary>Answers IKE_SA_INIT (RFC 7296 §1.2): chooses algorithms, or says why not; asks for a cookie or another group where that is due.</summary>
internal sealed class InitResponse(GatewaySettings settings)
{
    private const int NonceSize = 32;

    private readonly byte[] _cookieSecret = RandomNumberGenerator.GetBytes(32);

    /// <param name="to">Where the request came from.</param>
    /// <param name="own">Where it came to.</param>
    /// <returns>The answer as it is sent, and what has to be kept for IKE_AUTH; null for that where nothing is kept.</returns>
    /// <exception cref="MalformedException">The request lacks a payload, or its public value is none of its group.</exception>
    public (byte[] Answer, InitState? State) Answer(ReadOnlySpan<byte> bytes, IkeMessage request, IPEndPoint to, IPEndPoint own)
    {
        var (header, nonce) = (request.Header, request.First<NoncePayload>() ?? throw new MalformedException("Nonce", IkeHeader.Size, "is missing"));
        if (settings.AsksForCookie && !Cookie(header, nonce, to).AsSpan().SequenceEqual(request.Notify(NotifyMessageType.Cookie) is { } shown ? shown.Data.AsSpan() : []))
            return (Alone(header, new(NotifyMessageType.Cookie, Cookie(header, nonce, to))), null);

        if (Choose(request) is not var (proposal, suite))
            return (Alone(header, new(NotifyMessageType.NoProposalChosen)), null);

        var theirs = request.First<KeyExchangePayload>() ?? throw new MalformedException("KE", IkeHeader.Size, "is missing");
        if (theirs.Method != suite.KeyExchange)
        {
            Span<byte> group = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(group, suite.KeyExchange.Value);
            return (Alone(header, new(NotifyMessageType.InvalidKePayload, group)), null);
        }

        var mine = settings.KeyExchanges(suite.KeyExchange);
        var (spi, ownNonce) = (BinaryPrimitives.ReadUInt64BigEndian(settings.Random(8)) | 1, settings.Random(NonceSize));
        var keys = KeyMaterial.Derive(suite, mine.Agree(theirs.Data.AsSpan()), nonce.Data.AsSpan(), ownNonce, header.InitiatorSpi, spi);
        var fragments = settings.OffersFragmentation && request.Notify(NotifyMessageType.FragmentationSupported) is not null;
        var answer = new IkeMessage(IkeHeader.Of(header.InitiatorSpi, spi, ExchangeType.IkeSaInit, 0, fromInitiator: false, isResponse: true),
        [
            new SecurityAssociationPayload([proposal with { Transforms = [.. suite.Transforms()] }]),
            new KeyExchangePayload(suite.KeyExchange, mine.PublicValue),
            new NoncePayload([.. ownNonce]),
            new NotifyPayload(NotifyMessageType.NatDetectionSourceIp, NatDetection.Hash(header.InitiatorSpi, spi, own)),
            new NotifyPayload(NotifyMessageType.NatDetectionDestinationIp, NatDetection.Hash(header.InitiatorSpi, spi, to)),
            .. fragments ? [new NotifyPayload(NotifyMessageType.FragmentationSupported)] : ImmutableArray<IkePayload>.Empty,
            new NotifyPayload(NotifyMessageType.SignatureHashAlgorithms, 0, 2, 0, 3, 0, 4),
            .. settings.VendorIds.Select(id => new VendorIdPayload(id)),
        ]).Encode();
        return (answer, new(header.InitiatorSpi, spi, keys, bytes.ToArray(), answer, nonce.Data, [.. ownNonce], fragments, Hashes(request)));
    }

    /// <summary>The client's first proposal that one of the gateway's suites fits.</summary>
    private (Proposal Proposal, IkeSuite Suite)? Choose(IkeMessage request)
    {
        foreach (var proposal in request.First<SecurityAssociationPayload>()?.Proposals ?? [])
        {
            if (settings.Suites.FirstOrDefault(suite => Offers(proposal, suite.Transforms())) is { } suite)
                return (proposal, suite);
        }

        return null;
    }

    /// <summary>Whether a proposal has each of the transforms; attributes that nobody knows do not matter.</summary>
    internal static bool Offers(Proposal proposal, IEnumerable<Transform> wanted) =>
        wanted.All(one => proposal.Transforms.Any(offered => (offered.Type, offered.Id, offered.KeyLength) == (one.Type, one.Id, one.KeyLength)));

    /// <summary>RFC 7296 §2.6: made of what the request holds and a secret, so that nothing is kept.</summary>
    private byte[] Cookie(IkeHeader header, NoncePayload nonce, IPEndPoint from)
    {
        Span<byte> spi = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(spi, header.InitiatorSpi);
        byte[] covered = [.. nonce.Data, .. from.Address.GetAddressBytes(), .. spi];
        return HMACSHA256.HashData(_cookieSecret, covered);
    }

    private static byte[] Alone(IkeHeader header, NotifyPayload notify) =>
        new IkeMessage(IkeHeader.Of(header.InitiatorSpi, 0, ExchangeType.IkeSaInit, 0, fromInitiator: false, isResponse: true), [notify]).Encode();

    private static ImmutableArray<SignatureHash> Hashes(IkeMessage request) => request.Notify(NotifyMessageType.SignatureHashAlgorithms) is { } notify
        ? [.. notify.Data.Chunk(2).Where(pair => pair.Length == 2).Select(pair => new SignatureHash((ushort)((pair[0] << 8) | pair[1])))]
        : [];
}
