using System.Buffers;
using System.Text;

namespace Aovpn.Codecs.Nps.Writing;

/// <summary>Writes records in the format that is asked for, whatever the format they were read in. Reading them again gives the same attributes.</summary>
/// <remarks>What a format cannot hold is counted: more values than one in the database-compatible format, names without a number in the IAS format.</remarks>
public sealed class NpsRecordWriter(NpsLogFormat format)
{
    private readonly StringBuilder _line = new(2048);

    public NpsLogFormat Format => format;

    /// <summary>Attributes left out of all records so far, by name.</summary>
    public IReadOnlyDictionary<string, long> LeftOut => _leftOut;

    private readonly Dictionary<string, long> _leftOut = [];

    /// <summary>The values of the 66 columns of the database-compatible format; null where the record has none.</summary>
    /// <param name="leftOut">Told the name of each value that has no column, or whose column is taken.</param>
    public static string?[] Columns(NpsRecord record, Action<string> leftOut) => OdbcText.Values(record, leftOut);

    /// <summary>One line, with its end.</summary>
    public void Write(NpsRecord record, IBufferWriter<byte> output)
    {
        _line.Clear();
        switch (format)
        {
            case NpsLogFormat.Odbc:
                OdbcText.Append(_line, record, Leave);
                break;
            case NpsLogFormat.Ias:
                IasText.Append(_line, record, Leave);
                break;
            default:
                DtsText.Append(_line, record, Leave);
                break;
        }

        _line.Append("\r\n");
        foreach (var chunk in _line.GetChunks())
            Encoding.UTF8.GetBytes(chunk.Span, output);
    }

    private void Leave(string name)
    {
        // Names come from the log: their number is bounded, the count is not.
        if (_leftOut.Count >= 1_000 && !_leftOut.ContainsKey(name))
            name = "";
        _leftOut[name] = _leftOut.GetValueOrDefault(name) + 1;
    }
}
