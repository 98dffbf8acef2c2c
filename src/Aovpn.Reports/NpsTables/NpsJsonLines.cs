using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aovpn.Codecs.Nps;

namespace Aovpn.Reports.NpsTables;

/// <summary>Records as JSON lines.</summary>
internal sealed class NpsJsonLines : INpsRecordSink
{
    private const int Chunk = 64 * 1024;

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Chunk);
    private readonly Utf8JsonWriter _json;

    public NpsJsonLines(Stream output)
    {
        _output = output;
        _json = new(_buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public IReadOnlyDictionary<string, long> LeftOut { get; } = new Dictionary<string, long>();

    public void Write(string file, NpsRecord record)
    {
        NpsRecordJson.Write(_json, file, record.Line, record);
        _json.Flush();
        _json.Reset();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= Chunk)
            Flush();
    }

    public void Dispose()
    {
        Flush();
        _json.Dispose();
    }

    private void Flush()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
