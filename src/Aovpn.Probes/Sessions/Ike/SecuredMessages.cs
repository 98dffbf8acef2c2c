using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Net.Sockets;
using Aovpn.Codecs;
using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>Seals what one side sends and opens what it receives once the IKE SA has keys; fragments both ways where both sides do.</summary>
/// <param name="ofInitiator">Which side.</param>
/// <param name="largest">Bytes of the largest datagram that is sent in one piece; null where the other side does not take fragments.</param>
/// <param name="random">Random bytes, as many as asked for.</param>
public sealed class SecuredMessages(KeyMaterial keys, bool ofInitiator, int? largest, Func<int, byte[]> random)
{
    private const int UdpHeader = 8;

    private readonly IkeCipher _outbound = IkeCipher.Of(keys, fromInitiator: ofInitiator);
    private readonly IkeCipher _inbound = IkeCipher.Of(keys, fromInitiator: !ofInitiator);
    private readonly FragmentAssembly _assembly = new();
    private ulong _sealed;

    /// <summary>One datagram, or the fragments of the message.</summary>
    public ImmutableArray<IkeDatagram> Seal(IkeHeader header, ImmutableArray<IkePayload> payloads, IkePort port)
    {
        var message = _outbound.Seal(header, payloads, NextIv());
        if (largest is not { } most || message.Length <= Room(most, port))
            return [IkeDatagram.Of(port, message)];

        var inside = new WireWriter();
        PayloadChain.Encode(payloads, inside);
        var pieceSize = PieceSize(Room(most, port));
        var pieces = inside.ToArray().Chunk(pieceSize).ToArray();
        return
        [
            .. pieces.Select((piece, i) => IkeDatagram.Of(
                port, _outbound.SealFragment(header, PayloadChain.First(payloads), (ushort)(i + 1), (ushort)pieces.Length, piece, NextIv()))),
        ];
    }

    /// <summary>What is inside an encrypted message.</summary>
    /// <returns>Null while fragments are missing.</returns>
    /// <exception cref="MalformedException">It is not encrypted, its check value does not fit, or what is inside does not read.</exception>
    public ImmutableArray<IkePayload>? Open(ReadOnlySpan<byte> datagram, IkeMessage message)
    {
        switch (message.Payloads is [.., var last] ? last : null)
        {
            case EncryptedPayload encrypted:
                return Inside(encrypted.FirstInside, Plain(datagram, encrypted.Body));

            case EncryptedFragmentPayload fragment:
                return _assembly.Add(message.Header.MessageId, fragment, Plain(datagram, fragment.Body)) is var (first, content) ? Inside(first, content) : null;

            default:
                throw new MalformedException("Header.NextPayload", 16, "leads to no encrypted payload");
        }
    }

    /// <summary>What a message may have, with the IP and UDP headers of its family in mind.</summary>
    /// <param name="packet">Bytes of the largest IP packet.</param>
    public static int LargestDatagram(int packet, AddressFamily family) => packet - UdpHeader - (family is AddressFamily.InterNetworkV6 ? 40 : 20);

    private static int Room(int largest, IkePort port) => largest - (port is IkePort.NatTraversal ? IkeDatagram.MarkerSize : 0);

    private static ImmutableArray<IkePayload> Inside(PayloadType first, byte[] content)
    {
        var reader = new WireReader(content);
        var chain = PayloadChain.Decode(first, ref reader);
        return chain.Damage is null ? chain.Payloads : throw chain.Damage;
    }

    private byte[] Plain(ReadOnlySpan<byte> datagram, ImmutableArray<byte> body) =>
        _inbound.Open(datagram, body) ?? throw new MalformedException("SK.IntegrityChecksumData", datagram.Length, "does not fit the message");

    /// <summary>Bytes of content so that the fragment fits, blocks and padding counted.</summary>
    private int PieceSize(int room)
    {
        const int Fixed = IkeHeader.Size + PayloadChain.HeaderSize + 4;
        const int LargestBlock = 16;
        return Math.Max(LargestBlock, ((room - Fixed - _outbound.Overhead) / LargestBlock * LargestBlock) - 1);
    }

    /// <summary>Unpredictable for CBC; for GCM a counter, which can never come twice.</summary>
    private byte[] NextIv()
    {
        if (!keys.Suite.Encryption.IsCombined)
            return random(_outbound.IvSize);

        var iv = new byte[_outbound.IvSize];
        BinaryPrimitives.WriteUInt64BigEndian(iv, ++_sealed);
        return iv;
    }
}
