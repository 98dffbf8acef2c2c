using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports;

namespace Aovpn.Cli;

/// <summary>A diagnosis on its way out: to standard output or a file, and as an exit status.</summary>
internal sealed class DiagnosisOutput(Surroundings surroundings, TextWriter output, TextWriter error)
{
    /// <summary>Turns the values inside of messages into text.</summary>
    public MessageText Messages { get; init; } = MessageText.AsWritten;

    /// <returns>The exit status.</returns>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public int Write(Diagnosis.Model.Diagnosis diagnosis, Excerpts excerpts, string format, string? path, bool isQuiet, bool all)
    {
        var report = Formats.Find(format);
        var options = new ReportOptions(surroundings.Width, surroundings.Colour && path is null, all) { IsQuiet = isQuiet, Messages = Messages };
        if (path is null)
        {
            report.Write(diagnosis, excerpts, options, output);
            output.Flush();
            return Status(diagnosis);
        }

        WriteFile(path, "the report", isQuiet, file =>
        {
            using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            report.Write(diagnosis, excerpts, options, text);
        });
        return Status(diagnosis);
    }

    /// <param name="what">What it is, for the line that says where it went.</param>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public void WriteFile(string path, string what, bool isQuiet, Action<Stream> write)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
            write(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {failure.Message}");
        }

        if (!isQuiet)
            error.WriteLine($"aovpn: {what} is in {path}");
    }

    private static int Status(Diagnosis.Model.Diagnosis diagnosis)
    {
        if (diagnosis.Findings.Any(finding => finding.Verdict is VerdictKind.Found))
            return ExitStatus.Found;
        if (diagnosis.Findings.Any(finding => finding.Verdict is VerdictKind.Error))
            return ExitStatus.OurFault;
        return diagnosis.Unexplained.Any() || diagnosis.Findings.Any(finding => finding.Verdict is VerdictKind.Undecided) ? ExitStatus.Unexplained : ExitStatus.NothingFound;
    }
}
