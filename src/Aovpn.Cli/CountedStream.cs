using Aovpn.Codecs;
using Aovpn.Intake;

namespace Aovpn.Cli;

/// <summary>Reads on with the bytes already read in front, and tells how far reading has come. Where the rest cannot be read it ends, and says why.</summary>
internal sealed class CountedStream(ReadOnlyMemory<byte> head, Stream rest, IntakeProgress progress) : ForwardStream
{
    private ReadOnlyMemory<byte> _head = head;

    /// <summary>Why the bytes end early, and behind which byte; null when they do not.</summary>
    public (long At, string Why)? Trouble { get; private set; }

    private long _position;

    public override int Read(Span<byte> buffer)
    {
        var read = Math.Min(buffer.Length, _head.Length);
        if (read > 0)
        {
            _head.Span[..read].CopyTo(buffer);
            _head = _head[read..];
        }
        else
        {
            read = ReadOn(buffer);
        }

        _position += read;
        progress.Add(read);
        return read;
    }

    private int ReadOn(Span<byte> buffer)
    {
        try
        {
            return Trouble is null ? rest.Read(buffer) : 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Trouble = (_position, failure.Message);
            return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
