// aovpn-bare-pass FOLDER: every node of XML, every line of anything else, and nothing done with them but counting.
using System.Globalization;
using System.Text;
using System.Xml;

long elements = 0, lines = 0, bytes = 0;
var settings = new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment, DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true };
var head = new byte[1 << 12];
foreach (var file in Directory.EnumerateFiles(args[0], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
    bytes += stream.Length;
    var start = head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
    stream.Position = 0;
    if (start.StartsWith("<"u8))
    {
        using var xml = XmlReader.Create(stream, settings);
        while (xml.Read())
            elements += xml.NodeType is XmlNodeType.Element && xml.Depth == 0 ? 1 : 0;
        continue;
    }

    // What is no text has no code points to look for: a byte is a character.
    using var text = new StreamReader(stream, start.Contains((byte)0) ? Encoding.Latin1 : Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 1 << 16);
    while (text.ReadLine() is not null)
        lines++;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elements} elements, {lines} lines, {bytes} bytes"));
