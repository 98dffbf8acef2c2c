using System.Collections.Immutable;
using System.Text;
using Aovpn.Codecs;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>Lines of a text as bytes again, made as they are read.</summary>
internal sealed class NpsNoteStream(ImmutableArray<string> lines) : ForwardStream
{
    private byte[] _line = [];
    private int _position;
    private int _next;

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length)
        {
            if (_position == _line.Length)
            {
                if (_next == lines.Length)
                    break;
                _line = Encoding.UTF8.GetBytes(Straight(lines[_next++]) + "\n");
                _position = 0;
            }

            var part = Math.Min(buffer.Length - read, _line.Length - _position);
            _line.AsSpan(_position, part).CopyTo(buffer[read..]);
            (_position, read) = (_position + part, read + part);
        }

        return read;
    }

    /// <summary>Word processors and mail programs curl quotation marks.</summary>
    private static string Straight(string line) => line.AsSpan().IndexOfAny('“', '”', '„') < 0 ? line
        : line.Replace('“', '"').Replace('”', '"').Replace('„', '"');
}
