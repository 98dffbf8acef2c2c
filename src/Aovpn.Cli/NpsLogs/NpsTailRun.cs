using System.Collections.Immutable;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Intake.Following;
using Aovpn.Reports;

namespace Aovpn.Cli.NpsLogs;

/// <summary>One run of <c>aovpn nps tail</c>: until it is stopped, or once.</summary>
internal sealed class NpsTailRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public async Task<int> RunAsync(NpsTailArguments arguments, CancellationToken cancel)
    {
        var targets = arguments.Logs.Select(Target).ToImmutableArray();
        using var file = arguments.Output is { } path ? OpenOutput(path, targets) : null;
        var follower = new LogFollower(targets, file?.State, arguments.FromStart, surroundings.Clock);
        INpsTailWriter writer = arguments.IsJson ? new NpsTailJson() : new NpsTailText(surroundings.Colour && file is null);
        if (!arguments.IsQuiet && !arguments.Once)
            error.WriteLine($"aovpn: following {string.Join(", ", arguments.Logs)}; Ctrl+C ends it");

        try
        {
            while (true)
            {
                foreach (var piece in follower.Poll())
                {
                    Write(file, Text(writer, piece), follower);
                    cancel.ThrowIfCancellationRequested();
                }

                if (arguments.Once)
                    return ExitStatus.NothingFound;
                await Task.Delay(Interval, surroundings.Clock, cancel);
            }
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.NothingFound;
        }
        catch (IOException failure) when (file is not null)
        {
            throw new UsageException($"{arguments.Output} cannot be written: {failure.Message} Start the command again when that is mended: it goes on where it ended.");
        }
    }

    private void Write(FollowOutput? file, string text, LogFollower follower)
    {
        if (file is not null)
        {
            file.Append(Encoding.UTF8.GetBytes(text), follower.Logs, follower.Gone);
            return;
        }

        output.Write(text);
        output.Flush();
    }

    private static string Text(INpsTailWriter writer, FollowedPiece piece)
    {
        var text = new StringBuilder();
        if (piece.Skipped > 0)
            writer.WriteSkipped(text, piece.Log.Path, piece.LinesBefore + 1);
        using var bytes = new MemoryStream(piece.Text, writable: false);
        foreach (var entry in NpsLog.Read(bytes))
            writer.Write(text, piece.Log.Path, piece.LinesBefore + entry.Line, entry);
        return text.ToString();
    }

    private static FollowTarget Target(string path)
    {
        if (path == NpsLogFiles.StandardInput)
            throw new UsageException("standard input cannot be followed: name the folder in which NPS writes its logs.");
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return new(full, IsFolder: true, NpsLogFiles.Patterns);
        return Directory.Exists(Path.GetDirectoryName(full))
            ? new(full, IsFolder: false, [])
            : throw new UsageException($"{path} does not exist, nor does the folder that it would be in.");
    }

    private static FollowOutput OpenOutput(string path, ImmutableArray<FollowTarget> targets)
    {
        if (targets.Any(target => target.Holds(path)))
            throw new UsageException($"--output {path} would be one of the logs that are followed: name another file.");
        try
        {
            return FollowOutput.Open(path);
        }
        catch (FollowRefusal refusal)
        {
            throw new UsageException(refusal.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {failure.Message}");
        }
    }
}
