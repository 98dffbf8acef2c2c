using System.Text;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Reports;

namespace Aovpn.Cli;

/// <summary>One run of <c>aovpn nps report</c>: the logs one after the other, none held in memory.</summary>
internal sealed class NpsReportRun(Surroundings surroundings, TextWriter output)
{
    private const string StandardInput = "-";

    /// <summary>Counting in the log's order keeps one busy; three take apart what it counts.</summary>
    private const int MostThreads = 4;

    public int Run(string[] logs, NpsReportFilter filter, bool json)
    {
        foreach (var log in logs)
        {
            if (log != StandardInput)
                Open(log).Dispose(); // Before an hour of reading, not behind it.
        }

        var builder = new NpsReportBuilder(filter);
        foreach (var log in logs)
            Read(log, builder);

        var report = builder.Build();
        if (report.Records == 0)
            throw new UsageException($"{string.Join(", ", logs)}: no record of an NPS log in any of its three formats. NPS keeps its logs in %SystemRoot%\\System32\\LogFiles as IN*.log.");
        if (json)
            output.WriteLine(NpsReportJson.Write(report));
        else
            new NpsReportText(output, surroundings.Width).Write(report);
        return ExitStatus.NothingFound;
    }

    private void Read(string log, NpsReportBuilder builder)
    {
        try
        {
            using var bytes = log == StandardInput ? surroundings.StandardInput() : Open(log);
            using var text = Readable(bytes);
            builder.Add(log, text, Math.Clamp(Environment.ProcessorCount, 1, MostThreads));
        }
        catch (IOException failure)
        {
            throw new UsageException($"{log} cannot be read to its end: {failure.Message}");
        }
    }

    /// <summary>Editors and PowerShell save logs as UTF-16.</summary>
    private static Stream Readable(Stream log)
    {
        if (!log.CanSeek)
            return log;
        Span<byte> head = stackalloc byte[2];
        head = head[..log.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        log.Position = 0;
        var encoding = head switch
        {
            [0xFF, 0xFE] => Encoding.Unicode,
            [0xFE, 0xFF] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return encoding is null ? log : Encoding.CreateTranscodingStream(log, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static FileStream Open(string log)
    {
        if (Directory.Exists(log))
            throw new UsageException($"{log} is a folder: name its logs, {Path.Combine(log, "IN*.log")}");
        try
        {
            return new(log, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{log} does not exist.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{log} cannot be read: {failure.Message}");
        }
    }
}
