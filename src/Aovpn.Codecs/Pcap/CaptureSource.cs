namespace Aovpn.Codecs.Pcap;

/// <summary>A stream read forwards that knows how far it is.</summary>
internal sealed class CaptureSource(Stream stream)
{
    public long Offset { get; private set; }

    /// <returns>False when the stream ends before the buffer is full; what came is counted.</returns>
    public bool Fill(Span<byte> buffer)
    {
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        Offset += read;
        return read == buffer.Length;
    }

    /// <returns>The next bytes; fewer than asked for when the stream ends.</returns>
    public byte[] Take(int count)
    {
        var buffer = new byte[count];
        var read = stream.ReadAtLeast(buffer, count, throwOnEndOfStream: false);
        Offset += read;
        return read == count ? buffer : buffer[..read];
    }

    /// <returns>False when the stream ends before.</returns>
    public bool Skip(long count)
    {
        Span<byte> waste = stackalloc byte[4096];
        while (count > 0)
        {
            var part = waste[..(int)Math.Min(count, waste.Length)];
            if (!Fill(part))
                return false;
            count -= part.Length;
        }

        return true;
    }
}
