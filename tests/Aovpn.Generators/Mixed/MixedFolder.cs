using System.Globalization;
using System.Security;
using System.Text;
using Aovpn.Generators.Nps;

namespace Aovpn.Generators.Mixed;

/// <summary>A folder as somebody hands it in who does not know what matters: NPS logs, event logs as XML, text of all kinds, and noise. The same for the same seed.</summary>
public static class MixedFolder
{
    private const int NpsFiles = 6, EventFiles = 6, TextFiles = 20, NoiseFiles = 8;

    private static readonly string[] Words =
        "server client update started session timeout module request handler value profile driver adapter service loaded path configuration backup completed device name user policy printer index cache window thread memory report".Split(' ');

    /// <summary>30 % NPS logs in XML, 30 % events in XML, 20 % text, 20 % noise.</summary>
    public static MixedTruth Write(string folder, long bytes, int seed)
    {
        Directory.CreateDirectory(folder);
        var truth = new MixedTruth(0, 0, 0, 0, 0);
        for (var file = 0; file < NpsFiles; file++)
        {
            using var output = Create(folder, $"nps{file}.log");
            var made = NpsLogMaker.Make(output, LogForm.Dts, bytes * 3 / 10 / NpsFiles, seed + file);
            truth = truth with { Bytes = truth.Bytes + output.Length, NpsRecords = truth.NpsRecords + made.Records };
        }

        for (var file = 0; file < EventFiles; file++)
        {
            var (written, events, _) = Text(folder, $"events{file}.xml", bytes * 3 / 10 / EventFiles, new Random(seed + 100 + file), AddEvent);
            truth = truth with { Bytes = truth.Bytes + written, Events = truth.Events + events };
        }

        for (var file = 0; file < TextFiles; file++)
        {
            Action<StringBuilder, Random, int> add = (file % 4) switch { 0 => AddProse, 1 => AddCertificate, _ => AddLogLine };
            var (written, pieces, lines) = Text(folder, $"text{file}.txt", bytes / 5 / TextFiles, new Random(seed + 200 + file), add);
            truth = truth with { Bytes = truth.Bytes + written, Certificates = truth.Certificates + (file % 4 == 1 ? pieces : 0), Lines = truth.Lines + lines };
        }

        for (var file = 0; file < NoiseFiles; file++)
        {
            var noise = new byte[bytes / 5 / NoiseFiles];
            new Random(seed + 300 + file).NextBytes(noise);
            using var output = Create(folder, $"noise{file}.bin");
            output.Write(noise);
            truth = truth with { Bytes = truth.Bytes + noise.Length, Lines = truth.Lines + Lines(noise) };
        }

        return truth;
    }

    /// <summary>Lines end in LF, CR LF or CR.</summary>
    private static long Lines(ReadOnlySpan<byte> noise)
    {
        long lines = noise[^1] is (byte)'\n' or (byte)'\r' ? 0 : 1;
        for (var at = 0; at < noise.Length; at++)
            lines += noise[at] == '\n' || (noise[at] == '\r' && (at + 1 == noise.Length || noise[at + 1] != '\n')) ? 1 : 0;
        return lines;
    }

    private static FileStream Create(string folder, string name) => new(Path.Combine(folder, name), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

    private static (long Bytes, long Pieces, long Lines) Text(string folder, string name, long bytes, Random random, Action<StringBuilder, Random, int> add)
    {
        using var output = Create(folder, name);
        using var writer = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" };
        var piece = new StringBuilder();
        long written = 0, lines = 0, number = 0;
        while (written < bytes)
        {
            piece.Clear();
            add(piece, random, (int)++number);
            writer.Write(piece);
            written += piece.Length;
            foreach (var part in piece.GetChunks())
                lines += part.Span.Count('\n');
        }

        writer.Flush();
        return (output.Length, number, lines);
    }

    private static string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    private static void AddProse(StringBuilder text, Random random, int number) =>
        text.Append(CultureInfo.InvariantCulture, $"On the {number}th the {Sentence(random, 8 + random.Next(8))}. Then {Sentence(random, 6)}.\n{(number % 5 == 0 ? "\n" : "")}");

    private static void AddLogLine(StringBuilder text, Random random, int number) =>
        text.Append(CultureInfo.InvariantCulture, $"2026-11-{1 + number / 100000 % 28:00} {number / 3600 % 24:00}:{number / 60 % 60:00}:{number % 60:00}.{random.Next(1000):000} [{random.Next(64)}] INFO {Sentence(random, 5)}: {random.Next()} ({Sentence(random, 3)})\n");

    private static void AddCertificate(StringBuilder text, Random random, int number)
    {
        Span<byte> hash = stackalloc byte[20];
        random.NextBytes(hash);
        if (number == 1)
            text.Append("C:\\>certutil -store CA\nCA \"Intermediate Certification Authorities\"\n");
        text.Append(CultureInfo.InvariantCulture, $"================ Certificate {number - 1} ================\nSerial Number: {random.NextInt64():x16}\nIssuer: CN=Example CA {random.Next(40)}, DC=corp, DC=example\n NotBefore: 1/20/2026 8:00 AM\n NotAfter: 1/20/2028 8:00 AM\nSubject: CN=host{number}.corp.example\nNon-root Certificate\nCert Hash(sha1): {Convert.ToHexStringLower(hash)}\n\n");
    }

    /// <summary>Events of a client's Application log and a server's Security log; few of them concern a VPN.</summary>
    private static void AddEvent(StringBuilder text, Random random, int number)
    {
        var time = new DateTime(2026, 11, 1, 8, 0, 0, DateTimeKind.Utc).AddSeconds(number);
        var (provider, id, channel) = random.Next(10) switch
        {
            0 => ("RasClient", 20221 + random.Next(5), "Application"),
            1 or 2 => ("Microsoft-Windows-Security-Auditing", 4624, "Security"),
            3 => ("Service Control Manager", 7036, "System"),
            4 => ("Microsoft-Windows-GroupPolicy", 1502, "System"),
            _ => ("Application Error", 1000, "Application"),
        };
        text.Append(CultureInfo.InvariantCulture, $"<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='{provider}'/><EventID Qualifiers='0'>{id}</EventID><Version>0</Version><Level>4</Level><Task>0</Task><Opcode>0</Opcode><Keywords>0x80000000000000</Keywords><TimeCreated SystemTime='{time:yyyy-MM-ddTHH:mm:ss.fffffff}Z'/><EventRecordID>{number}</EventRecordID><Correlation/><Execution ProcessID='{random.Next(9000)}' ThreadID='{random.Next(9000)}'/><Channel>{channel}</Channel><Computer>PC{random.Next(300)}.corp.example</Computer><Security/></System><EventData>");
        if (provider == "RasClient")
            text.Append(CultureInfo.InvariantCulture, $"<Data>{{7A1C2E3D-4B5F-4A6C-8D7E-{number:X12}}}</Data><Data>CORP\\user{random.Next(500)}</Data><Data>Corp VPN</Data><Data>Device = WAN Miniport (IKEv2)</Data>");
        else
            text.Append(CultureInfo.InvariantCulture, $"<Data Name='A'>{SecurityElement.Escape(Sentence(random, 4))}</Data><Data Name='B'>{random.Next()}</Data><Data Name='C'>{Sentence(random, 6)}</Data>");
        text.Append("</EventData></Event>\n");
    }
}
