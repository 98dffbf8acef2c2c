namespace Aovpn.Intake;

/// <summary>One reading of <see cref="GuardedBytes"/>. Ends where they must not be read on; does not throw for what is in the file.</summary>
internal sealed class GuardedStream(GuardedBytes bytes, Stream inner) : Stream
{
    private long _position;
    private bool _ended;

    public override bool CanRead => true;

    public override bool CanSeek => inner.CanSeek;

    public override bool CanWrite => false;

    public override long Length => bytes.Length >= 0 ? Math.Min(bytes.Length, inner.Length) : inner.Length;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
            return 0;
        try
        {
            var read = inner.Read(buffer);
            var passed = bytes.Pass(_position, buffer[..read]);
            _ended = passed < read || read == 0;
            _position += passed;
            return passed;
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error))
        {
            _ended = true;
            bytes.Fail(error);
            return 0;
        }
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => Length + offset,
        };
        _position = inner.Seek(target, SeekOrigin.Begin);
        _ended = false;
        return _position;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
