using System.Buffers.Binary;
using Aovpn.Codecs;
using Aovpn.Codecs.Pcap;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Codecs.Tls;
using Aovpn.Fuzz.Ike;

namespace Aovpn.Fuzz.Captures;

/// <summary>Captures of both formats and of every link type, down to the messages of the protocols in them: fragments are joined, connections put in order.</summary>
internal sealed class PcapTarget : IFuzzTarget
{
    private const int FileHeader = 24, RecordHeader = 16;

    public string Name => "pcap";

    public int MaxLength => 8192;

    public int HeaderLength => FileHeader;

    public IEnumerable<byte[]> Seeds()
    {
        var ike = IkeSamples.Message(IkeSamples.Init, Codecs.Ike.ExchangeType.IkeSaInit);
        byte[][] packets =
        [
            PacketSamples.Udp(500, ike), PacketSamples.Udp(4500, [0, 0, 0, 0, .. ike]), PacketSamples.Udp(4500, [1, 2, 3, 4, 0, 0, 0, 1, .. new byte[32]]), PacketSamples.Udp(1812, [1, 1, 0, 20, .. new byte[16]]),
            .. PacketSamples.Fragments(PacketSamples.UdpPayload(500, ike)), .. PacketSamples.Tls, .. PacketSamples.Pptp, .. PacketSamples.Others,
        ];
        foreach (var (type, wrap) in PacketSamples.Links)
            yield return PacketSamples.Pcap(type, isLittle: type % 2 == 0, packets.Select(wrap));
        yield return PacketSamples.PcapNg(1, packets.Select(packet => PacketSamples.Links.First(link => link.Type == 1).Wrap(packet)));
        yield return PacketSamples.PcapNg(101, packets);
    }

    /// <summary>Each frame as long as its record says, the last to the end; of raw IP the packets' lengths, too.</summary>
    public byte[] Repair(byte[] input, Random random)
    {
        if (input.Length < FileHeader + RecordHeader || !PcapFile.IsPcap(input))
            return input;
        var isLittle = input[0] is 0xD4 or 0x4D;
        for (var at = FileHeader; input.Length - at >= RecordHeader;)
        {
            var left = input.Length - at - RecordHeader;
            var kept = Number(input.AsSpan(at + 8), isLittle);
            if (kept > left)
                Write(input.AsSpan(at + 8), kept = (uint)left, isLittle);
            var frame = input.AsSpan(at + RecordHeader, (int)kept);
            if (input[20] == 101 || input[23] == 101)
                PacketSamples.FitLengths(frame);
            at += RecordHeader + (int)kept;
        }

        return input;
    }

    public bool Run(byte[] input)
    {
        var dissector = new Dissector();
        var damages = 0;
        var (last, messages) = (0L, 0L);
        foreach (var frame in CaptureFile.Read(new MemoryStream(input), damage => damages += damage.Offset <= input.Length ? 1 : throw new WrongAnswerException("damage lies behind the end of the file")))
        {
            if (frame.Number <= last)
                throw new WrongAnswerException("frames are not numbered in their order");
            last = frame.Number;
            if (frame.Data.Length > input.Length || frame.OriginalLength < frame.Data.Length)
                throw new WrongAnswerException("a frame is longer than its file, or than it was on the wire");
            foreach (var message in dissector.Take(frame))
            {
                messages++;
                if (message is CapturedMessage.OfTlsHandshake { Handshake: { } handshake })
                    Look(handshake);
            }
        }

        if (messages > input.Length)
            throw new WrongAnswerException($"{messages} messages in {input.Length} bytes");
        foreach (var incomplete in dissector.Reassembly.Incomplete())
        {
            if (incomplete.FirstFrame > incomplete.LastFrame || incomplete.LastFrame > last)
                throw new WrongAnswerException("fragments of frames that are not there");
        }

        return last > 0;
    }

    private static void Look(TlsHandshake handshake)
    {
        try
        {
            _ = handshake.Type switch { TlsHandshake.ClientHello => handshake.ServerNameIndication(), TlsHandshake.Certificate => $"{handshake.Certificates().Length}", _ => null };
        }
        catch (MalformedException)
        {
            // It said so.
        }
    }

    private static uint Number(ReadOnlySpan<byte> place, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(place) : BinaryPrimitives.ReadUInt32BigEndian(place);

    private static void Write(Span<byte> place, uint value, bool isLittle) => BinaryPrimitives.WriteUInt32LittleEndian(place, isLittle ? value : BinaryPrimitives.ReverseEndianness(value));
}
