using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Aovpn.Generators.Nps;

/// <summary>Writes packets in one of the formats in which NPS logs, into a stream.</summary>
internal sealed class LogWriter(Stream output, LogForm form) : IDisposable
{
    private const int Most = 16 * 1024;

    private readonly byte[] _buffer = new byte[1 << 20];
    private readonly string?[] _columns = new string?[67];
    private readonly bool[] _quoted = new bool[67];
    private int _length;

    public long Written { get; private set; }

    public void Write(LoggedPacket packet)
    {
        if (_buffer.Length - _length < Most)
            Flush();
        var before = _length;
        switch (form)
        {
            case LogForm.Odbc:
                Odbc(packet);
                break;
            case LogForm.Ias:
                Ias(packet);
                break;
            default:
                Dts(packet);
                break;
        }

        Text("\r\n");
        Written += _length - before;
    }

    public void Dispose() => Flush();

    private void Flush()
    {
        output.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Odbc(LoggedPacket packet)
    {
        Array.Clear(_columns);
        foreach (var (attribute, value) in packet.Attributes)
            (_columns[attribute.Column], _quoted[attribute.Column]) = (value, attribute.IsText);
        Quoted(packet.Server);
        Text(",\"IAS\",");
        Date(packet.Time, ',');
        for (var column = 5; column <= 66; column++)
        {
            Byte(',');
            if (_columns[column] is not { } value)
                continue;
            if (_quoted[column])
                Quoted(value);
            else
                Text(value);
        }
    }

    /// <summary>Windows writes text that holds the delimiter in hexadecimal.</summary>
    private void Ias(LoggedPacket packet)
    {
        Text(packet.NasAddress);
        Byte(',');
        Text(packet.User);
        Byte(',');
        Date(packet.Time, ',');
        Text(",IAS,");
        Text(packet.Server);
        foreach (var (attribute, value) in packet.Attributes)
        {
            if (attribute.Number == 0)
                continue;
            Byte(',');
            Number(attribute.Number);
            Byte(',');
            Text(value.Contains(',', StringComparison.Ordinal) ? "0x" + Convert.ToHexString(Encoding.UTF8.GetBytes(value)) : value);
        }
    }

    private void Dts(LoggedPacket packet)
    {
        Text("<Event><Timestamp data_type=\"4\">");
        Date(packet.Time, ' ');
        Byte('.');
        Digits(packet.Time.Millisecond, 3);
        Text("</Timestamp><Computer-Name data_type=\"1\">");
        Text(packet.Server);
        Text("</Computer-Name><Event-Source data_type=\"1\">IAS</Event-Source>");
        foreach (var (attribute, value) in packet.Attributes)
        {
            Byte('<');
            Text(attribute.Element);
            Text(" data_type=\"");
            Digits(attribute.DataType, 1);
            Text("\">");
            Text(value.AsSpan().IndexOfAny('&', '<', '>') < 0 ? value : Escaped(value));
            Text("</");
            Text(attribute.Element);
            Byte('>');
        }

        Text("</Event>");
    }

    private static string Escaped(string value) =>
        value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private void Quoted(string value)
    {
        Byte('"');
        Text(value.Contains('"', StringComparison.Ordinal) ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : value);
        Byte('"');
    }

    private void Date(DateTime time, char between)
    {
        Digits(time.Month, 2);
        Byte('/');
        Digits(time.Day, 2);
        Byte('/');
        Digits(time.Year, 4);
        Byte(between);
        Digits(time.Hour, 2);
        Byte(':');
        Digits(time.Minute, 2);
        Byte(':');
        Digits(time.Second, 2);
    }

    private void Digits(int number, int width)
    {
        for (var at = _length + width - 1; at >= _length; at--, number /= 10)
            _buffer[at] = (byte)('0' + number % 10);
        _length += width;
    }

    private void Number(int number) => _length += Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var written)
        ? written
        : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"no room for {number}"));

    private void Text(string text) => _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));

    private void Byte(char letter) => _buffer[_length++] = (byte)letter;
}
