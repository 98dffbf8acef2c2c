using System.Globalization;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Intake;
using Aovpn.Reports;
using Aovpn.Reports.NpsTables;

namespace Aovpn.Cli.NpsLogs;

/// <summary>One run of <c>aovpn nps convert</c>: record by record, none held.</summary>
internal sealed class NpsConvertRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
    private const string StandardOutput = "-";
    private const int MostSaid = 20, MostNames = 5;

    public async Task<int> RunAsync(NpsConvertArguments arguments, CancellationToken cancel)
    {
        var kind = KindOf(arguments);
        var progress = new IntakeProgress();
        var files = new NpsLogFiles(surroundings, progress);
        var logs = files.Find(arguments.Logs);
        using var target = arguments.Output == StandardOutput ? null : new OutputFile(arguments.Output, logs);
        using var stream = target?.Stream ?? surroundings.StandardOutput?.Invoke() ?? new TextSink(output);

        var converting = Task.Run(() => Convert(files, logs, kind, stream, arguments.IsQuiet, cancel), cancel);
        if (surroundings.ProgressIsSeen && !arguments.IsQuiet && target is not null)
            await ProgressBar.ShowAsync(converting, progress, cancel);
        long records;
        try
        {
            records = await converting.WaitAsync(cancel);
        }
        catch (IOException failure) when (target is not null)
        {
            throw new UsageException($"{arguments.Output} cannot be written: {failure.Message}");
        }

        if (records == 0)
            throw new UsageException($"{string.Join(", ", arguments.Logs)}: no record of an NPS log in any of its three formats; nothing was written.");
        stream.Flush();
        target?.Finish();
        if (target is not null && !arguments.IsQuiet)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"aovpn: {records} records are in {arguments.Output}"));
        return ExitStatus.NothingFound;
    }

    private static NpsSinkKind KindOf(NpsConvertArguments arguments) =>
        arguments.To is { } to ? NpsSinks.Names.First(one => one.Name == to).Kind
        : NpsSinks.OfExtension(arguments.Output)
            ?? throw new UsageException($"{arguments.Output} does not tell what to write: end it in .xlsx, .csv, .jsonl, .parquet or .xml, or say it with --to, as in --to odbc.");

    private long Convert(NpsLogFiles files, IReadOnlyList<string> logs, NpsSinkKind kind, Stream target, bool isQuiet, CancellationToken cancel)
    {
        long records = 0, damaged = 0;
        using var sink = NpsSinks.Create(kind, target);
        foreach (var log in logs)
        {
            using var text = files.Open(log);
            foreach (var entry in NpsLog.Read(text))
            {
                cancel.ThrowIfCancellationRequested();
                if (entry is NpsRecord record)
                {
                    sink.Write(log, record);
                    records++;
                }
                else if (damaged++ < MostSaid && !isQuiet)
                {
                    error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"aovpn: {log} line {entry.Line}: {MessageText.AsWritten.Of(NpsDamageSentence.Of((NpsDamage)entry))}"));
                }
            }

            if (text.Trouble is { } trouble)
                error.WriteLine($"aovpn: {trouble}");
        }

        if (!isQuiet)
            Say(damaged, sink.LeftOut);
        return records;
    }

    private void Say(long damaged, IReadOnlyDictionary<string, long> leftOut)
    {
        if (damaged > MostSaid)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"aovpn: {damaged - MostSaid} more places could not be read; the lines around them were"));
        if (leftOut.Count == 0)
            return;
        var names = leftOut.OrderByDescending(one => one.Value).Select(one => one.Key).Take(MostNames);
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"aovpn: {leftOut.Values.Sum()} values were left out, for which this format has no place ({string.Join(", ", names)}{(leftOut.Count > MostNames ? ", ..." : "")}); .jsonl and .xlsx keep them all"));
    }
}
