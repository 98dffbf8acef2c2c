using System.Text;
using Aovpn.Codecs.Nps;

namespace Aovpn.Fuzz.Nps;

/// <summary>NPS logs: every value decoded, places that go forward, no secret, and the same entries however the bytes arrive.</summary>
internal abstract class NpsTarget(NpsLogFormat format, params string[] samples) : IFuzzTarget
{
    private const int PieceLength = 3000;

    private static readonly string[] Secrets = ["User-Password", "CHAP-Password", "Tunnel-Password", "ARAP-Password", "Shared-Secret", "Clear-Text-Password", "MS-MPPE-Send-Key", "MS-MPPE-Recv-Key", "MS-CHAP2-Response"];

    public abstract string Name { get; }

    public int MaxLength => 16 * 1024;

    public IReadOnlyList<byte[]> Words { get; } =
    [
        .. new[]
        {
            "\"", "\"\"", "\",\"", ",", ",,", "\r\n", "\n", "\0", "\0\0\0\0", "\uFEFF", "\"IAS\"", "NPS", "11/23/2026", "08:30:41", "23.11.2026", ",4142,16", ",4136,3,4142,0", ",2,secret", "<Event>", "</Event>", "<Event",
            " data_type=\"4\"", "&amp;", "&#65;", "&#x10FFFF;", "&#xD800;", "&bogus;", "<![CDATA[", "<!--", "-->", "<?xml?>", "/>", "<Reason-Code data_type=\"0\">16</Reason-Code>",
            "<User-Password data_type=\"1\">secret</User-Password>", "0x4142", "\u00E4\u00F6", "\u041F\u0440\u0438", " `", "\"\r\n\"", "ComputerName,ServiceName",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0xE4, 0xF6, 0xFC], [0xCF, 0xF0, 0xE8],
    ];

    /// <summary>Its own records; and with those of the other formats behind them, as people put logs together.</summary>
    public IEnumerable<byte[]> Seeds()
    {
        byte[][] pieces = [.. samples.SelectMany(sample => Pieces(File.ReadAllBytes(Path.Combine(FuzzTargets.Samples("nps"), sample))))];
        string[] all = ["odbc-66-columns.log", "odbc-heading.csv", "ias.log", "dts.log", "dts-pretty.xml"];
        return pieces.Concat(all.Except(samples).Select(other => (byte[])[.. pieces[0], .. "\r\n"u8, .. File.ReadAllBytes(Path.Combine(FuzzTargets.Samples("nps"), other)).AsSpan(0, PieceLength)]));
    }

    public bool Run(byte[] input)
    {
        var whole = Read(new MemoryStream(input));
        var dripping = Read(new DrippingStream(input));
        if (!whole.SequenceEqual(dripping))
            throw new WrongAnswerException($"read at once {string.Join(" | ", whole.Except(dripping).Take(3))}, read in steps {string.Join(" | ", dripping.Except(whole).Take(3))}");
        return whole.Exists(entry => entry.Format == format);
    }

    /// <summary>Whole records of a sample, a few at a time.</summary>
    private IEnumerable<byte[]> Pieces(byte[] sample)
    {
        for (var at = 0; at < sample.Length;)
        {
            var end = Math.Min(sample.Length, at + PieceLength);
            end = EndOfRecord(sample, end);
            yield return sample[at..end];
            at = end;
        }
    }

    private int EndOfRecord(ReadOnlySpan<byte> sample, int from)
    {
        var last = format == NpsLogFormat.Dts ? "</Event>"u8 : "\n"u8;
        var found = sample[from..].IndexOf(last);
        if (found < 0)
            return sample.Length;
        var end = from + found + last.Length;

        // What closes the root of a pretty-printed log is no record.
        return sample[end..].IndexOf(last) < 0 ? sample.Length : end;
    }

    private static List<Seen> Read(Stream log)
    {
        var entries = new List<Seen>();
        var line = 0L;
        foreach (var entry in NpsLog.Read(log))
        {
            if (entry.Line < line || entry.LastLine < entry.Line)
                throw new WrongAnswerException($"lines {entry.Line} to {entry.LastLine} behind line {line}");
            line = entry.Line;
            entries.Add(entry is NpsRecord record ? Of(record) : new(entry.Offset, entry.Line, ((NpsDamage)entry).Format, ((NpsDamage)entry).Reason.ToString()));
        }

        return entries;
    }

    private static Seen Of(NpsRecord record)
    {
        var text = new StringBuilder();
        foreach (var attribute in record.Attributes)
        {
            if (Secrets.Contains(attribute.Name, StringComparer.OrdinalIgnoreCase))
                throw new WrongAnswerException($"a record shows {attribute.Name}");
            text.Append(attribute.Name).Append('=').Append(attribute.Value).Append(';');
        }

        text.Append(record.Number("Reason-Code")).Append(record["Packet-Type"]).Append(record.LineOf("Class"));
        return new(record.Offset, record.Line, record.Format, text.ToString());
    }

    private sealed record Seen(long Offset, long Line, NpsLogFormat? Format, string Content);

    /// <summary>Gives a few bytes at a time, never the same number.</summary>
    private sealed class DrippingStream(byte[] bytes) : MemoryStream(bytes)
    {
        private int _step;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, Step()));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, Step())]);

        private int Step() => 1 + ((_step += 37) % 257);
    }
}
