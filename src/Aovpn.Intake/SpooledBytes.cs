using Microsoft.Win32.SafeHandles;

namespace Aovpn.Intake;

/// <summary>Bytes that can be had only once and are too many for memory, kept in a nameless file until the program ends.</summary>
internal sealed class SpooledBytes : IDisposable
{
    private readonly SafeFileHandle _file;
    private long _length;

    public SpooledBytes()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
    }

    public long Length => _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_file, bytes, _length);
        _length += bytes.Length;
    }

    /// <summary>Any number of readings at the same time.</summary>
    public Stream Open() => new View(this);

    public void Dispose() => _file.Dispose();

    private sealed class View(SpooledBytes bytes) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => bytes._length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = RandomAccess.Read(bytes._file, buffer, Position);
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
