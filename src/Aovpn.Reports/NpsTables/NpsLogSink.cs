using System.Buffers;
using Aovpn.Codecs.Nps;
using Aovpn.Codecs.Nps.Writing;

namespace Aovpn.Reports.NpsTables;

/// <summary>Records as a log of NPS in one of its formats.</summary>
internal sealed class NpsLogSink(Stream output, NpsLogFormat format) : INpsRecordSink
{
    private const int Chunk = 64 * 1024;

    private readonly NpsRecordWriter _writer = new(format);
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Chunk);

    public IReadOnlyDictionary<string, long> LeftOut => _writer.LeftOut;

    public void Write(string file, NpsRecord record)
    {
        _writer.Write(record, _buffer);
        if (_buffer.WrittenCount >= Chunk)
            Flush();
    }

    public void Dispose() => Flush();

    private void Flush()
    {
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
