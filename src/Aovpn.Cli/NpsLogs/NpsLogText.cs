using Aovpn.Codecs;
using Aovpn.Intake;

namespace Aovpn.Cli.NpsLogs;

/// <summary>The text of a log. One that stops being readable ends there, and <see cref="Trouble"/> says so.</summary>
/// <param name="file">Where the text comes from; null for standard input.</param>
internal sealed class NpsLogText(string name, Stream text, LogFile? file, IntakeProgress progress) : ForwardStream
{
    private string? _failure;

    /// <summary>A sentence about what could not be read; null while nothing is amiss.</summary>
    public string? Trouble => _failure ?? (file?.Trouble is { } trouble ? $"{name} {trouble}." : null);

    public override int Read(Span<byte> buffer)
    {
        try
        {
            var read = text.Read(buffer);
            progress.Add(read);
            return read;
        }
        catch (IOException failure)
        {
            _failure = $"{name} cannot be read to its end: {failure.Message} What came before is counted.";
            return 0;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            text.Dispose();
            file?.Dispose();
        }

        base.Dispose(disposing);
    }
}
