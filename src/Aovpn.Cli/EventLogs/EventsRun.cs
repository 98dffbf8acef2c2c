using System.Collections.Frozen;
using System.Globalization;
using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Events;
using Aovpn.Intake;
using Aovpn.Reports;

namespace Aovpn.Cli.EventLogs;

/// <summary>One run of <c>aovpn events</c>: the files one after the other, chunks of a file in parallel.</summary>
internal sealed class EventsRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
    private const string StandardInput = "-";
    private const int MostSaid = 20, MostThreads = 16;

    public async Task<int> RunAsync(EventsArguments arguments, CancellationToken cancel)
    {
        var filter = Filter(arguments);
        var progress = new IntakeProgress();
        var logs = new List<(string Name, CountedStream Bytes)>();
        using var live = new LiveLogs(surroundings.LiveLogs);
        try
        {
            foreach (var (name, file) in arguments.Files.Zip(live.Exported(arguments.Files, arguments.Since)))
                logs.Add((name, Open(file, progress)));
            using var target = arguments.Hidden is { } hidden ? new RedactedLines(Target(arguments), hidden) : Target(arguments);
            var writing = Task.Run(() => WriteAsync(logs, filter, arguments, target, progress, cancel), cancel);
            if (surroundings.ProgressIsSeen && !arguments.IsQuiet && arguments.Output is not null)
                await ProgressBar.ShowAsync(writing, progress, cancel);
            await writing.WaitAsync(cancel);
            if (target is RedactedLines lines)
                lines.Finish();
            target.Flush();
        }
        finally
        {
            logs.ForEach(log => log.Bytes.Dispose());
        }

        return ExitStatus.NothingFound;
    }

    private async Task WriteAsync(List<(string Name, CountedStream Bytes)> logs, EvtxFilter filter, EventsArguments arguments, Stream target, IntakeProgress progress, CancellationToken cancel)
    {
        // One for all: its buffers go from log to log.
        var export = new EvtxExport(filter, arguments.IsXml ? EvtxForm.Xml : EvtxForm.JsonLines);
        foreach (var (name, bytes) in logs)
        {
            progress.Begin(name);
            long said = 0;
            await export.WriteAsync(bytes, target, loss => Say(name, loss, ref said, arguments.IsQuiet), Math.Min(Environment.ProcessorCount, MostThreads), cancel);
            if (said > MostSaid && !arguments.IsQuiet)
                error.WriteLine($"aovpn: {name}: {said - MostSaid} more places are damaged; what could be read there was read");
            if (bytes.Trouble is { } trouble)
                error.WriteLine($"aovpn: {name}: reading stopped behind byte {trouble.At}: {trouble.Why}; what was read until there is written");
        }
    }

    private void Say(string name, EvtxLoss loss, ref long said, bool isQuiet)
    {
        if (isQuiet || ++said > MostSaid)
            return;
        var place = loss.RecordId is { } id ? $"record {id}: " : "";
        error.WriteLine($"aovpn: {name}: {place}{MessageText.AsWritten.Of(EvtxLossSentence.Of(loss))}");
    }

    private static EvtxFilter Filter(EventsArguments arguments)
    {
        var ids = new HashSet<int>();
        foreach (var text in arguments.Ids.SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                throw new UsageException($"--id {text} is no event id: write numbers, several with commas: --id 20227,20271.");
            ids.Add(id);
        }

        var providers = arguments.Providers.Select(WindowsEvent.ShortProvider).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Provider = providers.Count > 0 ? name => providers.Contains(WindowsEvent.ShortProvider(name)) : null,
            EventIds = ids.Count > 0 ? ids.ToFrozenSet() : null,
            Since = arguments.Since,
            Until = arguments.Until,
        };
    }

    /// <exception cref="UsageException">It cannot be opened or is no event log.</exception>
    private CountedStream Open(string file, IntakeProgress progress)
    {
        var stream = file == StandardInput ? surroundings.StandardInput() : OpenFile(file);
        if (file != StandardInput)
            progress.Expect(stream.Length);
        var head = Head(stream, file);
        if (EvtxFile.IsEvtx(head))
            return new(head, stream, progress);
        stream.Dispose();
        if (head.Length == 0)
            throw new UsageException($"{file} is empty (0 bytes): copy or export it again.");
        throw new UsageException(EvtxFile.IsOldFormat(head)
            ? $"{file} is an event log of Windows XP or Server 2003 (.evt), which is not read: convert it on any Windows with wevtutil epl old.evt new.evtx /lf:true"
            : $"{file} is no event log (.evtx): export one with wevtutil epl Application application.evtx");
    }

    private static byte[] Head(Stream stream, string file)
    {
        var head = new byte[ArtifactContent.HeadLength];
        var length = 0;
        try
        {
            for (int read; length < head.Length && (read = stream.Read(head.AsSpan(length))) > 0;)
                length += read;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What came before is read; reading on fails again and is said there.
            if (length == 0)
            {
                stream.Dispose();
                throw new UsageException($"{file} cannot be read: {failure.Message}");
            }
        }

        return head[..length];
    }

    private static FileStream OpenFile(string file)
    {
        if (Directory.Exists(file))
            throw new UsageException($"{file} is a folder: name its files, {Path.Combine(file, "*.evtx")}");
        try
        {
            return new(file, new FileStreamOptions { Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{file} does not exist.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {failure.Message}");
        }
    }

    private Stream Target(EventsArguments arguments)
    {
        if (arguments.Output is not { } path)
            return surroundings.StandardOutput?.Invoke() ?? new TextSink(output);
        if (arguments.Files.Any(file => file != StandardInput && Path.GetFullPath(file) == Path.GetFullPath(path)))
            throw new UsageException($"--output {path} is one of the logs to be read: name another file.");
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {failure.Message}");
        }
    }
}
