using System.Text;
using Aovpn.Diagnosis.Evidence.Secrets;
using Aovpn.Reports.Redaction;

namespace Aovpn.Cli;

/// <summary>
/// Takes lines of UTF-8 and writes them on without names and secrets. All are kept in a file of its own, gone afterwards, until the last one is
/// there: only then is it known what is a name.
/// </summary>
internal sealed class RedactedLines(Stream target, IReadOnlyList<string> hidden) : Stream
{
    private readonly FileStream _kept = new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose, BufferSize = 1 << 16 });

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _kept.Length;

    public override long Position
    {
        get => _kept.Position;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => _kept.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _kept.Write(buffer);

    public override void Flush() => target.Flush();

    /// <summary>Writes everything on.</summary>
    public void Finish()
    {
        var redactor = new Redactor([], hidden);
        var meet = redactor.Meet();
        Each(line => meet(line));
        var secrets = new SecretBlanker();
        using var text = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        Each(line => text.WriteLine(redactor.Line(secrets.Line(line))));
    }

    private void Each(Action<string> take)
    {
        _kept.Position = 0;
        using var text = new StreamReader(_kept, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        while (text.ReadLine() is { } line)
            take(line);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _kept.Dispose();
        target.Dispose();
        base.Dispose(disposing);
    }
}
