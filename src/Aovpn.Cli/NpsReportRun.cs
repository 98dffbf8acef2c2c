using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Intake;
using Aovpn.Reports;

namespace Aovpn.Cli;

/// <summary>One run of <c>aovpn nps report</c>: the logs one after the other, none held in memory.</summary>
internal sealed class NpsReportRun(Surroundings surroundings, TextWriter output, TextWriter error)
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
        var threads = Math.Clamp(Environment.ProcessorCount, 1, MostThreads);
        if (log == StandardInput)
        {
            ReadStandardInput(builder, threads);
            return;
        }

        using var file = Open(log);
        using var text = file.AsText();
        builder.Add(log, text, threads);
        if (file.Trouble is { } trouble)
            error.WriteLine($"aovpn: {log} {trouble}.");
    }

    private void ReadStandardInput(NpsReportBuilder builder, int threads)
    {
        try
        {
            using var bytes = surroundings.StandardInput();
            builder.Add(StandardInput, bytes, threads);
        }
        catch (IOException failure)
        {
            error.WriteLine($"aovpn: standard input cannot be read to its end: {failure.Message} What came before is counted.");
        }
    }

    private static LogFile Open(string log)
    {
        if (Directory.Exists(log))
            throw new UsageException($"{log} is a folder: name its logs, {Path.Combine(log, "IN*.log")}");
        try
        {
            return LogFile.Open(log);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{log} does not exist.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"{log} cannot be read: access is denied. Run aovpn from an elevated prompt on the NPS server, or copy the log and name the copy.");
        }
        catch (IOException failure)
        {
            throw new UsageException($"{log} cannot be read: {failure.Message}");
        }
    }
}
