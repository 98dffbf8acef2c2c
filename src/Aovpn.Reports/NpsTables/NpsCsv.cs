using System.Buffers;
using System.Text;
using Aovpn.Codecs.Nps;

namespace Aovpn.Reports.NpsTables;

/// <summary>
/// The database-compatible format under its heading row, as Excel opens it with a double click: UTF-8 with a byte order mark. Names come from
/// strangers, and Excel takes text behind an equals sign for a formula: such text gets an apostrophe in front.
/// </summary>
internal sealed class NpsCsv : INpsRecordSink
{
    private const int Chunk = 64 * 1024;

    private readonly Stream _output;
    private readonly StringBuilder _line = new(2048);
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Chunk);
    private readonly Dictionary<string, long> _leftOut = [];

    public NpsCsv(Stream output)
    {
        _output = output;
        Encoding.UTF8.GetBytes("\uFEFF" + string.Join(',', NpsTable.Headings) + "\r\n", _buffer);
    }

    public IReadOnlyDictionary<string, long> LeftOut => _leftOut;

    public void Write(string file, NpsRecord record)
    {
        var values = Codecs.Nps.Writing.NpsRecordWriter.Columns(record, Leave);
        _line.Clear();
        for (var column = 0; column < values.Length; column++)
        {
            _line.Append(column == 0 ? "" : ",");
            if (values[column] is { } value)
                Append(column, value);
        }

        _line.Append("\r\n");
        foreach (var chunk in _line.GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, _buffer);
        if (_buffer.WrittenCount >= Chunk)
            Flush();
    }

    public void Dispose() => Flush();

    private void Append(int column, string value)
    {
        var isBare = NpsTable.Columns[column].Kind is not NpsColumnKind.Text || NpsTable.Columns[column].IsDecoded;
        if (isBare && !value.AsSpan().ContainsAnyExcept("0123456789/:. "))
            _line.Append(value);
        else
            _line.Append('"').Append(IsFormula(value) ? "'" : "").Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>A telephone number may begin with a plus sign.</summary>
    private static bool IsFormula(string value) => value[0] switch
    {
        '=' or '@' or '\t' or '\r' => true,
        '+' or '-' => value.AsSpan(1).ContainsAnyExcept("0123456789 .-/()"),
        _ => false,
    };

    private void Leave(string name) => _leftOut[name] = _leftOut.GetValueOrDefault(name) + 1;

    private void Flush()
    {
        _output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
