using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Aovpn.Codecs.Pcap;
using Aovpn.Codecs.Pcap.Dissection;
using Aovpn.Tests.Support;

namespace Aovpn.Probes.Tests.Codecs.Pcap;

/// <summary>The captures of the shared corpus beside tshark: for each, the same messages of each type in the same frames.</summary>
public sealed class CorpusDissectionTests(ITestOutputHelper output)
{
    public static TheoryData<string> Captures
    {
        get
        {
            var data = new TheoryData<string>();
            if (SharedFiles.Root is { } root)
            {
                foreach (var file in Directory.GetFiles(Path.Combine(root, "corpus", "pcap"), "*.pcap*").Order(StringComparer.Ordinal))
                    data.Add(Path.GetFileName(file));
            }
            else
            {
                data.Add("none");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Captures))]
    public void Messages_and_frames_equal_tsharks(string capture)
    {
        var path = Path.Combine(SharedFiles.Require("corpus/pcap"), capture);
        var ours = Ours(path, out var malformed).ToList();
        var theirs = Theirs(path).ToList();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{capture}: {ours.Count} messages ({string.Join(", ", ours.CountBy(seen => seen.Split(' ', 2)[1]).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} {pair.Key}"))})"));
        foreach (var line in malformed)
            output.WriteLine("  malformed: " + line);
        var explained = malformed.Select(line => line.Split(' ', 2)[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(theirs.Where(seen => !explained.Contains(seen.Split(' ', 2)[0])).Order(StringComparer.Ordinal), ours.Where(seen => !explained.Contains(seen.Split(' ', 2)[0])).Order(StringComparer.Ordinal));
    }

    /// <summary>"frame type" for each message.</summary>
    private static IEnumerable<string> Ours(string path, out List<string> malformed)
    {
        using Stream file = File.OpenRead(path);
        using var capture = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        var dissector = new Dissector();
        var bad = new List<string>();
        var seen = new List<string>();
        foreach (var message in CaptureFile.Read(capture, _ => { }).SelectMany(dissector.Take))
        {
            if (message is CapturedMessage.Malformed broken)
                bad.Add(string.Create(CultureInfo.InvariantCulture, $"{broken.Frame} {broken.Protocol}: {broken.Problem.Message}"));
            else if (Damage(message) is { } damage)
                bad.Add(string.Create(CultureInfo.InvariantCulture, $"{message.Frame} ISAKMP: {damage.Message}"));
            if (Type(message) is { } type)
                seen.Add(string.Create(CultureInfo.InvariantCulture, $"{message.Frame} {type}"));
        }

        malformed = bad;
        return seen;
    }

    private static Aovpn.Codecs.MalformedException? Damage(CapturedMessage message) => message switch
    {
        CapturedMessage.OfIke ike => ike.Message.Damage,
        CapturedMessage.OfIkeV1 ike => ike.Message.Damage,
        _ => null,
    };

    private static string? Type(CapturedMessage message) => message switch
    {
        CapturedMessage.OfIke ike => $"isakmp {ike.Message.Header.Exchange.Value}",
        CapturedMessage.OfIkeV1 ike => $"isakmp {ike.Message.Header.Exchange.Value}",
        CapturedMessage.OfEsp => "esp",
        CapturedMessage.OfRadius radius => $"radius {radius.Packet.Span[0]}",
        CapturedMessage.OfL2tp { Packet: { Message: { } type } } => $"l2tp {type.Value}",
        CapturedMessage.OfPptp pptp => $"pptp {pptp.Message.Type.Value}",
        CapturedMessage.OfTlsHandshake tls => $"tls {tls.Handshake.Type}",
        _ => null,
    };

    private static IEnumerable<string> Theirs(string path)
    {
        string[] fields = ["frame.number", "isakmp.exchangetype", "esp.spi", "radius.code", "l2tp.avp.message_type", "pptp.type", "tls.handshake.type"];
        string[] names = ["", "isakmp", "esp", "radius", "l2tp", "pptp", "tls"];
        var start = new ProcessStartInfo("tshark") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-r", path, "-T", "fields", .. fields.SelectMany(field => (string[])["-e", field])])
            start.ArgumentList.Add(argument);
        using var tshark = Process.Start(start)!;
        _ = tshark.StandardError.ReadToEndAsync();
        while (tshark.StandardOutput.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            for (var i = 1; i < fields.Length; i++)
            {
                foreach (var value in cells[i].Split(',', StringSplitOptions.RemoveEmptyEntries))
                    yield return names[i] == "esp" ? $"{cells[0]} esp" : $"{cells[0]} {names[i]} {value}";
            }
        }
    }
}
