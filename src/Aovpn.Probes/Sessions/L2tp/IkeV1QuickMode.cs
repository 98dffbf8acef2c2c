using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Aovpn.Codecs;
using Aovpn.Codecs.Esp;
using Aovpn.Codecs.Ike;
using Aovpn.Codecs.Ike.V1;

namespace Aovpn.Probes.Sessions.L2tp;

/// <summary>
/// What follows main mode, all of it sealed and with a hash in front: quick mode for ESP in UDP between both hosts' port 1701 (RFC 2409 §5.5, RFC 3947
/// §5), informational messages, deletion. No sockets: messages in, messages out.
/// </summary>
internal sealed class IkeV1QuickMode
{
    public const int L2tpPort = 1701;

    private const byte Udp = 17, Isakmp = 1, EspProtocol = 3;
    private const int NonceSize = 32;
    private const uint FirstSpi = 256;

    private readonly L2tpSettings _settings;
    private readonly IkeV1MainMode _main;
    private readonly byte[] _mainBlock;
    private readonly uint _messageId, _spi;
    private readonly byte[] _nonce;
    private readonly IkeV1Cipher _cipher;

    /// <param name="main">Done.</param>
    public IkeV1QuickMode(L2tpSettings settings, IkeV1MainMode main)
    {
        (_settings, _main, _mainBlock) = (settings, main, main.LastBlock.ToArray());
        (_messageId, _spi) = (Number(), Number() | FirstSpi);
        _nonce = settings.Random(NonceSize);
        _cipher = IkeV1Cipher.Of(main.Keys!, _mainBlock, _messageId);
    }

    /// <summary>Why it ended; null while all is well.</summary>
    public string? Problem { get; private set; }

    /// <summary>What the gateway chose; null before it did.</summary>
    public IkeV1EspTransform? Chosen { get; private set; }

    /// <summary>Both are there once the gateway's answer was taken.</summary>
    public (EspAssociation Ours, EspAssociation Theirs)? Associations { get; private set; }

    public byte[] Begin()
    {
        IkeV1Payload[] rest =
        [
            new IkeV1EspProposalPayload(_spi, _settings.QuickMode), new IkeV1OpaquePayload(IkeV1PayloadType.Nonce, [.. _nonce]),
            IkeV1IdentificationPayload.Of(_settings.Local, Udp, L2tpPort), IkeV1IdentificationPayload.Of(_settings.Remote.Address, Udp, L2tpPort),
            OriginalAddress(_settings.Local), OriginalAddress(_settings.Remote.Address),
        ];
        return Sealed(_cipher, ExchangeType.QuickMode, _messageId, bytes => _main.Keys!.MessageHash(_messageId, bytes), [.. rest]);
    }

    /// <returns>The message to send in answer; null for none.</returns>
    /// <exception cref="MalformedException">A length that no sealed message has.</exception>
    public byte[]? Take(IkeV1Message message)
    {
        if (Associations is not null || message.Header.MessageId != _messageId)
            return null;
        var payloads = Opened(_cipher, message, bytes => _main.Keys!.AnswerHash(_messageId, _nonce, bytes));
        if (payloads.OfType<IkeV1EspProposalPayload>().FirstOrDefault() is not { Transforms: [var chosen, ..] } answer
            || payloads.OfType<IkeV1OpaquePayload>().FirstOrDefault(one => one.Number == IkeV1PayloadType.Nonce) is not { Body: var nonce })
        {
            return Refused(payloads.OfType<IkeV1NotificationPayload>().FirstOrDefault()?.Name ?? "quick mode's answer holds no choice that this association proves");
        }

        if (chosen is not { Mode: IkeV1EspTransform.TransportInUdp, Suite: { } suite } || !_settings.QuickMode.Any(offered => (offered.Id, offered.Integrity) == (chosen.Id, chosen.Integrity)))
            return Refused($"the gateway chose what was not proposed: {chosen}, mode {chosen.Mode}");

        Chosen = chosen;
        var (outbound, inbound) = (_main.Keys!.Esp(suite, answer.Spi, _nonce, nonce.AsSpan()), _main.Keys.Esp(suite, _spi, _nonce, nonce.AsSpan()));
        Associations = (new(suite, answer.Spi, outbound.Encryption, outbound.Integrity), new(suite, _spi, inbound.Encryption, inbound.Integrity));
        var liveness = _main.Keys.LivenessHash(_messageId, _nonce, nonce.AsSpan());
        var proof = IkeV1Payloads.Encode([new IkeV1OpaquePayload(IkeV1PayloadType.Hash, [.. liveness])]);
        return IkeV1Message.Sealed(_main.InitiatorCookie, _main.ResponderCookie, ExchangeType.QuickMode, _messageId, IkeV1PayloadType.Hash, [.. _cipher.Seal(proof)]).Encode();
    }

    /// <summary>An informational message: an error or a deletion ends the connection, states do not.</summary>
    /// <exception cref="MalformedException">A length that no sealed message has.</exception>
    public void TakeInformational(IkeV1Message message)
    {
        if (!message.IsEncrypted)
            return;
        var id = message.Header.MessageId;
        var payloads = Opened(IkeV1Cipher.Of(_main.Keys!, _mainBlock, id), message, bytes => _main.Keys!.MessageHash(id, bytes));
        if (payloads.OfType<IkeV1NotificationPayload>().FirstOrDefault(one => one.Refuses) is { } refusal)
            Refused(refusal.Name);
        else if (payloads.OfType<IkeV1DeletePayload>().Any())
            Refused("the gateway deleted the association");
    }

    /// <summary>Deletes what there is, the tunnel's association first.</summary>
    public IEnumerable<byte[]> End()
    {
        if (Associations is not null)
            yield return Delete(EspProtocol, new WireWriter().U32(_spi).ToArray());
        yield return Delete(Isakmp, new WireWriter().U64(_main.InitiatorCookie).U64(_main.ResponderCookie).ToArray());
    }

    private byte[] Delete(byte protocol, byte[] spi)
    {
        var id = Number();
        return Sealed(
            IkeV1Cipher.Of(_main.Keys!, _mainBlock, id), ExchangeType.InformationalV1, id, bytes => _main.Keys!.MessageHash(id, bytes),
            [new IkeV1DeletePayload(protocol, (byte)spi.Length, [.. spi])]);
    }

    private byte[] Sealed(IkeV1Cipher cipher, ExchangeType exchange, uint id, Func<byte[], byte[]> hash, ImmutableArray<IkeV1Payload> rest)
    {
        var proof = new IkeV1OpaquePayload(IkeV1PayloadType.Hash, [.. hash(IkeV1Payloads.Encode(rest))]);
        return IkeV1Message.Sealed(_main.InitiatorCookie, _main.ResponderCookie, exchange, id, IkeV1PayloadType.Hash, [.. cipher.Seal(IkeV1Payloads.Encode([proof, .. rest]))]).Encode();
    }

    /// <returns>What follows the hash; nothing where the hash is not that of the other side.</returns>
    private static ImmutableArray<IkeV1Payload> Opened(IkeV1Cipher cipher, IkeV1Message message, Func<byte[], byte[]> hash)
    {
        var plain = cipher.Open(message.Encrypted);
        var reader = new WireReader(plain);
        var payloads = ImmutableArray.CreateBuilder<IkeV1Payload>();
        var damage = IkeV1Payloads.Decode(new(message.Header.NextPayload.Value), ref reader, payloads);
        if (damage is not null || payloads is not [IkeV1OpaquePayload { Number.Value: 8, Body: var proof }, ..])
            return [];
        var rest = plain[(PayloadChain.HeaderSize + proof.Length)..reader.Offset];
        return CryptographicOperations.FixedTimeEquals(proof.AsSpan(), hash(rest)) ? [.. payloads.Skip(1)] : [];
    }

    private static IkeV1OpaquePayload OriginalAddress(System.Net.IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return new(IkeV1PayloadType.NatOriginalAddress, [(bytes.Length == 4 ? IdentificationType.Ipv4Address : IdentificationType.Ipv6Address).Value, 0, 0, 0, .. bytes]);
    }

    private uint Number() => BinaryPrimitives.ReadUInt32BigEndian(_settings.Random(4)) | 1;

    private byte[]? Refused(string problem)
    {
        Problem ??= problem;
        return null;
    }
}
