using System.Text;
using System.Text.RegularExpressions;
using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Secrets;

namespace Aovpn.Reports.Bundles;

/// <summary>Copies evidence without secrets, and without names where they are to be hidden. Text stays text; event logs become XML; nothing else can be copied.</summary>
/// <param name="hide">Hides the names in a line; null where they may stay.</param>
/// <param name="longest">Characters after which the copy ends; for looking through a beginning only.</param>
internal sealed class SafeCopy(Func<string, string>? hide, long longest = long.MaxValue)
{
    /// <summary>Longer lines are looked through in pieces, cut before a tag or a blank.</summary>
    private const int Piece = 16 * 1024;

    private const int Slack = 2 * 1024;

    private readonly SecretBlanker _secrets = new();

    /// <returns>What the copy's name ends with beside the original's; null where no copy can be made.</returns>
    public static string? Ending(ReadOnlySpan<byte> head) =>
        TextEncoding.Detect(head) is not null ? "" : head.StartsWith("ElfFile\0"u8) || head.StartsWith("ElfChnk\0"u8) ? ".xml" : null;

    public void Write(Stream evidence, TextWriter copy)
    {
        var head = new byte[ArtifactContent.HeadLength];
        var read = evidence.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        using var whole = new JoinedStream(head.AsMemory(0, read), evidence);
        if (TextEncoding.Detect(head.AsSpan(0, read)) is { } encoding)
            Text(whole, encoding, copy);
        else
            Events(whole, copy);
    }

    private void Text(Stream evidence, Encoding encoding, TextWriter copy)
    {
        using var text = new StreamReader(evidence, encoding);
        var line = new StringBuilder();
        var buffer = new char[Piece];
        long copied = 0;
        for (int count; copied < longest && (count = text.Read(buffer)) > 0; copied += count)
        {
            foreach (var letter in buffer.AsSpan(0, count))
            {
                if (letter == '\n')
                {
                    copy.WriteLine(Safe(line.ToString().TrimEnd('\r')));
                    line.Clear();
                    continue;
                }

                line.Append(letter);
                if (line.Length >= Piece && (letter is '>' or ' ' or ',' || line.Length >= Piece + Slack))
                {
                    copy.Write(Safe(line.ToString()));
                    line.Clear();
                }
            }
        }

        if (line.Length > 0)
            copy.WriteLine(Safe(line.ToString()));
    }

    private void Events(Stream log, TextWriter copy)
    {
        copy.WriteLine("<Events>");
        foreach (var record in EvtxFile.Read(log))
        {
            using var xml = new MemoryStream(Encoding.UTF8.GetBytes(record.ToXml()), writable: false);
            Text(xml, Encoding.UTF8, copy);
        }

        copy.WriteLine("</Events>");
    }

    private string Safe(string line)
    {
        try
        {
            var safe = _secrets.Line(line);
            return hide is null ? safe : hide(safe);
        }
        catch (RegexMatchTimeoutException)
        {
            return $"[{line.Length} characters left out: they could not be searched for names]";
        }
    }
}
