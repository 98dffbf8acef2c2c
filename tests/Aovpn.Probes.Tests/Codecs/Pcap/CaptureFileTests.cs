using System.IO.Compression;
using Aovpn.Codecs.Pcap;
using Aovpn.Probes.Tests.Support;
using Aovpn.Tests.Support;

namespace Aovpn.Probes.Tests.Codecs.Pcap;

public sealed class CaptureFileTests
{
    private static readonly CaptureWriter TwoDatagrams = new CaptureWriter()
        .Udp("198.51.100.10", 500, "203.0.113.10", 500, [1, 2, 3])
        .Udp("203.0.113.10", 500, "198.51.100.10", 500, [4, 5], seconds: 0.25);

    public static TheoryData<string> Forms => ["pcap", "pcap, big-endian", "pcapng"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Frames_come_with_number_time_and_payload(string form)
    {
        var frames = Read(Bytes(form), out var damages);

        Assert.Empty(damages);
        Assert.Equal([1, 2], frames.Select(frame => frame.Number));
        Assert.Equal(TimeSpan.FromSeconds(0.25), frames[1].At - frames[0].At);
        Assert.Equal(2026, frames[0].At!.Value.Year);
        var packet = IpPacket.Read(LinkLayer.Unwrap(frames[1])!.Value.Data);
        Assert.Equal(("203.0.113.10", 17), (packet.Source.ToString(), packet.Protocol));
        Assert.Equal([4, 5], UdpDatagram.Read(packet.Payload).Payload.ToArray());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_file_cut_anywhere_gives_the_frames_before_and_says_where_it_ends(string form)
    {
        var whole = Bytes(form);
        for (var length = 4; length < whole.Length; length++)
        {
            var frames = Read(whole[..length], out var damages);

            Assert.True(frames.Count <= 2);
            Assert.True(damages.Count > 0 || EndsBetweenFrames(form, whole, length), $"cut at {length} without a word");
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_flipped_bit_is_no_crash(string form)
    {
        var whole = Bytes(form);
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var flipped = whole.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            foreach (var frame in Read(flipped, out _))
                Parse(frame);
        }
    }

    [Fact]
    public void A_frame_longer_than_any_link_carries_ends_reading_with_its_place()
    {
        var file = TwoDatagrams.Pcap();
        file[24 + 8 + 3] = 0x7F;

        Assert.Empty(Read(file, out var damages));
        Assert.Equal((24, true), (Assert.Single(damages).Offset, damages[0].EndsReading));
    }

    [Fact]
    public void Every_capture_of_the_corpus_has_the_frames_its_index_counts()
    {
        var folder = SharedFiles.Require("corpus/pcap");
        foreach (var row in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(line => line.Split('\t')))
        {
            using Stream file = File.OpenRead(Path.Combine(folder, row[0]));
            using var capture = row[0].EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
            var frames = CaptureFile.Read(capture, _ => { }).ToArray();
            foreach (var frame in frames)
                Parse(frame);

            Assert.True(frames.Length == int.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture), $"{row[0]}: {frames.Length} frames read, {row[5]} counted");
        }
    }

    private static byte[] Bytes(string form) => form switch
    {
        "pcapng" => TwoDatagrams.PcapNg(),
        _ => TwoDatagrams.Pcap(little: form == "pcap"),
    };

    private static bool EndsBetweenFrames(string form, byte[] whole, int length)
    {
        var (header, frame) = form == "pcapng" ? (28 + 20, (whole.Length - 48) / 2) : (24, 16 + 31);
        return length == 28 && form == "pcapng" || length >= header && (length - header) % frame == 0;
    }

    private static List<CapturedFrame> Read(byte[] file, out List<CaptureDamage> damages)
    {
        var seen = new List<CaptureDamage>();
        var frames = CaptureFile.Read(new MemoryStream(file), seen.Add).ToList();
        damages = seen;
        return frames;
    }

    /// <summary>Whatever is in a frame, only the exception for malformed bytes may come out.</summary>
    private static void Parse(CapturedFrame frame)
    {
        try
        {
            if (LinkLayer.Unwrap(frame) is not { Type.IsIp: true } link)
                return;
            var packet = IpPacket.Read(link.Data);
            if (packet.Protocol == 17)
                UdpDatagram.Read(packet.Payload);
            else if (packet.Protocol == 6)
                TcpSegment.Read(packet.Payload);
        }
        catch (Aovpn.Codecs.MalformedException)
        {
        }
    }
}
