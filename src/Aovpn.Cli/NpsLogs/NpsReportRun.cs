using System.Text;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Intake;
using Aovpn.Reports;
using Aovpn.Reports.Html;
using Aovpn.Reports.Redaction;

namespace Aovpn.Cli.NpsLogs;

/// <summary>One run of <c>aovpn nps report</c>: the logs one after the other, none held in memory.</summary>
internal sealed class NpsReportRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Counting in the log's order keeps one busy; three take apart what it counts.</summary>
    private const int MostThreads = 4;

    public async Task<int> RunAsync(NpsReportArguments arguments, CancellationToken cancel)
    {
        var progress = new IntakeProgress();
        var files = new NpsLogFiles(surroundings, progress);
        var logs = files.Find(arguments.Logs);
        using var target = arguments.Output is { } path ? new OutputFile(path, logs) : null;

        var reading = Task.Run(() => Read(files, logs, arguments.Filter), cancel);
        if (surroundings.ProgressIsSeen && !arguments.IsQuiet)
            await ProgressBar.ShowAsync(reading, progress, cancel);
        var report = await reading.WaitAsync(cancel);
        if (report.Records == 0)
            throw new UsageException($"{string.Join(", ", arguments.Logs)}: no record of an NPS log in any of its three formats. NPS keeps its logs in %SystemRoot%\\System32\\LogFiles as IN*.log.");

        if (arguments.Hidden is { } hidden)
        {
            var redaction = new NpsReportRedaction(new([], hidden));
            (report, arguments) = (redaction.Of(report), arguments with { Filter = redaction.Of(arguments.Filter) });
        }

        if (target is null)
        {
            Write(report, arguments, output);
            return ExitStatus.NothingFound;
        }

        using (var text = new StreamWriter(target.Stream, Utf8) { NewLine = "\n" })
            Write(report, arguments, text);
        target.Finish();
        if (!arguments.IsQuiet)
            error.WriteLine($"aovpn: the report is in {arguments.Output}");
        return ExitStatus.NothingFound;
    }

    private NpsReport Read(NpsLogFiles files, IReadOnlyList<string> logs, NpsReportFilter filter)
    {
        var builder = new NpsReportBuilder(filter);
        foreach (var log in logs)
        {
            using var text = files.Open(log);
            builder.Add(log, text, Math.Clamp(Environment.ProcessorCount, 1, MostThreads));
            if (text.Trouble is { } trouble)
                error.WriteLine($"aovpn: {trouble}");
        }

        return builder.Build();
    }

    private void Write(NpsReport report, NpsReportArguments arguments, TextWriter target)
    {
        switch (FormatOf(arguments))
        {
            case "json":
                target.WriteLine(NpsReportJson.Write(report));
                break;
            case "html":
                NpsReportHtml.Write(report, arguments.Filter, target);
                break;
            default:
                new NpsReportText(target, surroundings.Width).Write(report);
                break;
        }
    }

    private static string FormatOf(NpsReportArguments arguments) => arguments.Format ?? Path.GetExtension(arguments.Output)?.ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => "html",
        ".JSON" => "json",
        _ => "text",
    };
}
