using System.Text;
using Aovpn.Codecs;
using Aovpn.Diagnosis.Model;
using Microsoft.Win32.SafeHandles;

namespace Aovpn.Intake;

/// <summary>
/// A log of text that is read once, front to back, as long as it was when it was opened: one that grows meanwhile has an end all the same, one that
/// shrinks or fails gives what was there.
/// </summary>
public sealed class LogFile : ForwardStream
{
    private readonly SafeFileHandle _file;
    private readonly bool _isSeekable;
    private readonly long _length;
    private long _position;

    private LogFile(string path)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        (_isSeekable, _length) = FileKind.Special(path) is null ? (true, RandomAccess.GetLength(_file)) : (false, long.MaxValue);
    }

    /// <summary>Why not all of it was read; null while nothing is amiss.</summary>
    public Message? Trouble { get; private set; }

    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not read it.</exception>
    public static LogFile Open(string path) => new(path);

    /// <summary>The log in an encoding whose ASCII is ASCII: editors and PowerShell save logs as UTF-16.</summary>
    public Stream AsText()
    {
        Span<byte> head = stackalloc byte[2];
        Encoding? encoding = _isSeekable && RandomAccess.Read(_file, head, 0) == head.Length
            ? head switch { [0xFF, 0xFE] => Encoding.Unicode, [0xFE, 0xFF] => Encoding.BigEndianUnicode, _ => null }
            : null;
        return encoding is null ? this : Encoding.CreateTranscodingStream(this, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, _length - _position);
        if (wanted == 0)
            return 0;
        try
        {
            var read = RandomAccess.Read(_file, buffer[..wanted], _position);
            if (read == 0 && _isSeekable)
                Trouble ??= Message.Of($"shrank from {_length} to {_position} bytes while it was read: what was still there was read; copy it, and name the copy");
            _position += read;
            return read;
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error))
        {
            Trouble ??= Refusal.Reading(error, _position);
            return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }
}
