using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Aovpn.Codecs.Evtx;

/// <summary>A growing buffer of UTF-8 that can be cut back to an earlier length.</summary>
internal sealed class Utf8Buffer
{
    private byte[] _bytes = new byte[8192];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    public void CutBack(int length) => Length = length;

    /// <returns>Room for at least so many bytes behind what is written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
            Grow(count);
        return _bytes.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
    }

    public void WriteByte(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    public void Write<T>(T value, ReadOnlySpan<char> format = default)
        where T : IUtf8SpanFormattable
    {
        const int Longest = 400;
        if (value.TryFormat(Room(Longest), out var written, format, CultureInfo.InvariantCulture))
            Length += written;
    }

    public void CopyTo(IBufferWriter<byte> output) => output.Write(Written);

    private void Grow(int count)
    {
        var larger = new byte[Math.Max(_bytes.Length * 2, Length + count)];
        Written.CopyTo(larger);
        _bytes = larger;
    }
}
