using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>Lines of a text as bytes again, made as they are read.</summary>
internal sealed class NpsNoteStream(ImmutableArray<string> lines) : Stream
{
    private byte[] _line = [];
    private int _position;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = 0;
        while (read < count)
        {
            if (_position == _line.Length)
            {
                if (_next == lines.Length)
                    break;
                _line = Encoding.UTF8.GetBytes(Straight(lines[_next++]) + "\n");
                _position = 0;
            }

            var part = Math.Min(count - read, _line.Length - _position);
            _line.AsSpan(_position, part).CopyTo(buffer.AsSpan(offset + read));
            (_position, read) = (_position + part, read + part);
        }

        return read;
    }

    /// <summary>Word processors and mail programs curl quotation marks.</summary>
    private static string Straight(string line) => line.AsSpan().IndexOfAny('“', '”', '„') < 0 ? line
        : line.Replace('“', '"').Replace('”', '"').Replace('„', '"');

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
