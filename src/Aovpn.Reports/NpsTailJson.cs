using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Reports.NpsTables;

namespace Aovpn.Reports;

/// <summary>A record as one JSON object on one line, as <c>nps convert</c> writes it.</summary>
public sealed class NpsTailJson : INpsTailWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(StringBuilder output, string file, long? line, NpsLogEntry entry)
    {
        if (entry is NpsDamage damage)
            NotRead(output, file, line, KebabCase.Of(damage.Reason.ToString()), MessageText.AsWritten.Of(NpsDamageSentence.Of(damage)));
        else
            Line(output, json => NpsRecordJson.Write(json, Path.GetFileName(file), line, (NpsRecord)entry));
    }

    public void WriteSkipped(StringBuilder output, string file, long? line) =>
        NotRead(output, file, line, KebabCase.Of(nameof(NpsDamageReason.TooLong)), "a line that is too long to be a record was skipped");

    private static void NotRead(StringBuilder output, string file, long? line, string reason, string sentence) => Line(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("file"u8, Path.GetFileName(file));
        if (line is { } known)
            json.WriteNumber("line"u8, known);
        json.WriteString("notRead"u8, reason);
        json.WriteString("sentence"u8, sentence);
        json.WriteEndObject();
    });

    private static void Line(StringBuilder output, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Readable))
            write(json);
        output.Append(Encoding.UTF8.GetString(buffer.WrittenSpan)).Append('\n');
    }
}
