using Aovpn.Codecs;
using Aovpn.Intake;

namespace Aovpn.Cli;

/// <summary>Reads on with the bytes already read in front, and tells how far reading has come.</summary>
internal sealed class CountedStream(ReadOnlyMemory<byte> head, Stream rest, IntakeProgress progress) : ForwardStream
{
    private ReadOnlyMemory<byte> _head = head;

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
            read = rest.Read(buffer);
        }

        progress.Add(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
