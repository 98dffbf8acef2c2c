using System.Collections.Immutable;

namespace Aovpn.Intake.Following;

/// <summary>
/// A file to which text is appended exactly once, whatever stops the program. What is to be appended, and how far the logs have been read with it, is
/// written beside the file first, under a name that changes in one step; only then it is appended. A run that finds it half appended completes it.
/// </summary>
public sealed class FollowOutput : IDisposable
{
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly FileStream _output;

    private FollowOutput(string path, FileStream locked, FileStream output, FollowState? state) => (_path, _lock, _output, State) = (path, locked, output, state);

    /// <summary>Where an earlier run ended; null for a first run.</summary>
    public FollowState? State { get; }

    /// <summary>The file that holds the state of an output.</summary>
    public static string StatePath(string output) => output + ".state";

    /// <summary>Completes what an earlier run left half done.</summary>
    /// <exception cref="FollowRefusal">Another run writes it; it is there without a state, or with one that cannot be read.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static FollowOutput Open(string path)
    {
        var locked = Lock(path);
        FileStream? output = null;
        try
        {
            var state = File.Exists(StatePath(path))
                ? FollowStateJson.Read(File.ReadAllBytes(StatePath(path))) ?? throw new FollowRefusal($"{StatePath(path)} is no state of this command: name another output, or delete it to begin anew.")
                : null;
            output = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, bufferSize: 0);
            if (state is null && output.Length > 0)
                throw new FollowRefusal($"{path} is there, and {StatePath(path)}, which tells how far the logs are in it, is not: name another output, or delete it to begin anew.");
            if (state is not null)
                Complete(output, state);
            output.Seek(0, SeekOrigin.End);
            return new(path, locked, output, state);
        }
        catch
        {
            output?.Dispose();
            locked.Dispose();
            throw;
        }
    }

    /// <param name="text">What belongs to the output.</param>
    /// <param name="logs">How far the logs have been read with it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Append(byte[] text, ImmutableArray<FollowedLog> logs, ImmutableArray<FollowedLog> gone)
    {
        var next = StatePath(_path) + ".next";
        using (var state = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            state.Write(FollowStateJson.Write(new(_output.Length, text, logs, gone)));
            state.Flush(flushToDisk: true);
        }

        File.Move(next, StatePath(_path), overwrite: true);
        _output.Seek(0, SeekOrigin.End);
        _output.Write(text);
        _output.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _output.Dispose();
        _lock.Dispose();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path + ".lock"))
        {
            throw new FollowRefusal($"{path} is being written by another run of this command.");
        }
    }

    /// <summary>Appends what is missing. Text that others put behind it stays; where somebody cut the file, what was cut is not written again.</summary>
    private static void Complete(FileStream output, FollowState state)
    {
        var there = output.Length - state.OutputLength;
        if (there < 0 || there >= state.Pending.Length)
            return;
        var begun = new byte[there];
        output.Seek(state.OutputLength, SeekOrigin.Begin);
        output.ReadExactly(begun);
        var isOurs = state.Pending.AsSpan(0, begun.Length).SequenceEqual(begun);
        output.Seek(0, SeekOrigin.End);
        output.Write(isOurs ? state.Pending.AsSpan(begun.Length) : state.Pending);
        output.Flush(flushToDisk: true);
    }
}
