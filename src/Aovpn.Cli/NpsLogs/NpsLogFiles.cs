using System.Text;
using Aovpn.Intake;

namespace Aovpn.Cli.NpsLogs;

/// <summary>The logs that are named: files, folders with NPS' logs in them, standard input.</summary>
internal sealed class NpsLogFiles(Surroundings surroundings, IntakeProgress progress)
{
    public const string StandardInput = "-";

    /// <summary>NPS writes IN*.log, and IN*.txt as Microsoft's article says; RRAS' own log has the same name.</summary>
    public static readonly string[] Patterns = ["IN*.log", "IN*.txt"];

    private static readonly EnumerationOptions OneFolder = new() { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>The files to be read, a folder's in the order of their names. Each is opened once: before an hour of reading, not behind it.</summary>
    /// <exception cref="UsageException">One is not there, cannot be read, or is a folder without logs.</exception>
    public IReadOnlyList<string> Find(IEnumerable<string> named)
    {
        var logs = named.SelectMany(path => path != StandardInput && Directory.Exists(path) ? InFolder(path) : [path]).ToList();
        foreach (var log in logs.Where(log => log != StandardInput))
        {
            OpenFile(log).Dispose();
            progress.Expect(new FileInfo(log).Length);
        }

        return logs;
    }

    /// <summary>The logs of a folder; none of its sub-folders.</summary>
    public static IReadOnlyList<string> InFolder(string folder)
    {
        try
        {
            var logs = Patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, OneFolder)).Order(StringComparer.Ordinal).ToList();
            return logs.Count > 0 ? logs : throw new UsageException($"{folder} holds no log of NPS: IN*.log or IN*.txt. Name the files if they are called otherwise.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{folder} cannot be listed: {failure.Message}");
        }
    }

    /// <summary>A log from its beginning, as UTF-8 or another text that ASCII is a part of.</summary>
    public NpsLogText Open(string log)
    {
        progress.Begin(log);
        if (log != StandardInput)
        {
            var file = OpenFile(log);
            return new(log, file.AsText(), file, progress);
        }

        var bytes = surroundings.StandardInput();
        var head = new byte[2];
        head = head[..bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var whole = new CountedStream(head, bytes, new());
        return new("standard input", head switch
        {
            [0xFF, 0xFE] => Encoding.CreateTranscodingStream(whole, Encoding.Unicode, new UTF8Encoding(false)),
            [0xFE, 0xFF] => Encoding.CreateTranscodingStream(whole, Encoding.BigEndianUnicode, new UTF8Encoding(false)),
            _ => whole,
        }, null, progress);
    }

    private static LogFile OpenFile(string log)
    {
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
