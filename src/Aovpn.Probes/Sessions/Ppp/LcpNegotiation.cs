using System.Buffers.Binary;
using System.Collections.Immutable;
using Aovpn.Codecs;
using Aovpn.Codecs.Pcap;
using Aovpn.Codecs.Ppp;

namespace Aovpn.Probes.Sessions.Ppp;

/// <summary>
/// LCP as far as a stranger needs it, RFC 1661 section 4: agrees to a link and learns what the server wants its caller to prove itself
/// with. Authentication itself is not begun. No sockets: PPP frames in, PPP frames out.
/// </summary>
/// <param name="magicNumber">Four random bytes, section 6.4.</param>
public sealed class LcpNegotiation(uint magicNumber)
{
    private const ushort MaximumReceiveUnit = 1400;

    private byte _identifier;
    private bool _askedForEap;

    /// <summary>What the server asked for, in the order in which it did; more than one where it was refused its first wish.</summary>
    public ImmutableArray<PppAuthentication> Asked { get; private set; } = [];

    /// <summary>Both sides agreed, so authentication would follow.</summary>
    public bool IsOpen => _ours && _theirs;

    /// <summary>The server ended the link.</summary>
    public bool IsTerminated { get; private set; }

    private bool _ours, _theirs;

    /// <summary>The first frame to send.</summary>
    public byte[] Begin() => Frame(new(LcpCode.ConfigureRequest, ++_identifier,
        [Number(LcpOption.MaximumReceiveUnit, MaximumReceiveUnit), Magic(), new(LcpOption.ProtocolFieldCompression, []), new(LcpOption.AddressAndControlFieldCompression, [])], []));

    /// <summary>A frame that asks the server to end the link, to leave nothing behind.</summary>
    public byte[] End() => Frame(new(LcpCode.TerminateRequest, ++_identifier, [], []));

    /// <returns>Frames to send in answer; none for protocols other than LCP.</returns>
    /// <exception cref="MalformedException">The frame is no PPP, or its LCP is damaged.</exception>
    public IReadOnlyList<byte[]> Take(ReadOnlyMemory<byte> frame)
    {
        var ppp = LinkLayer.Ppp(frame);
        if (ppp.Type.PppProtocol != LcpPacket.Lcp)
            return [];

        var packet = LcpPacket.Decode(ppp.Data.Span);
        if (packet.Code == LcpCode.ConfigureRequest)
            return Answer(packet);
        if (packet.Code == LcpCode.ConfigureAck)
            _ours = true;
        if (packet.Code == LcpCode.ConfigureReject || packet.Code == LcpCode.ConfigureNak)
            return [Frame(new(LcpCode.ConfigureRequest, ++_identifier, packet.Options.Any(option => option.Type == LcpOption.MagicNumber) ? [] : [Magic()], []))];
        if (packet.Code == LcpCode.TerminateRequest)
        {
            IsTerminated = true;
            return [Frame(new(LcpCode.TerminateAck, packet.Identifier, [], []))];
        }

        return packet.Code == LcpCode.EchoRequest
            ? [Frame(new(LcpCode.EchoReply, packet.Identifier, [], [.. Magic().Data]))]
            : [];
    }

    /// <summary>Agrees to everything; only once, where the server asks for something else than EAP, says that EAP would be liked better.</summary>
    private byte[][] Answer(LcpPacket request)
    {
        if (request.Authentication is { } asked)
        {
            if (!Asked.Contains(asked))
                Asked = Asked.Add(asked);
            if (asked != PppAuthentication.Eap && !_askedForEap)
            {
                _askedForEap = true;
                return [Frame(new(LcpCode.ConfigureNak, request.Identifier, [PppAuthentication.Eap.ToOption()], []))];
            }
        }

        _theirs = true;
        return [Frame(new(LcpCode.ConfigureAck, request.Identifier, request.Options, []))];
    }

    private LcpOption Magic()
    {
        var value = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(value, magicNumber);
        return new(LcpOption.MagicNumber, [.. value]);
    }

    private static LcpOption Number(byte type, ushort value) => new(type, [(byte)(value >> 8), (byte)value]);

    private static byte[] Frame(LcpPacket packet) => [0xFF, 0x03, LcpPacket.Lcp >> 8, LcpPacket.Lcp & 0xFF, .. packet.Encode()];
}
