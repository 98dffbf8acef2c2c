using Aovpn.Intake.Live;

namespace Aovpn.Cli.EventLogs;

/// <summary>Names like <c>live:Application</c>: the log is exported into a temporary file, which stands in for the name and goes when the run ends.</summary>
internal sealed class LiveLogs(ILiveEventLogs? logs) : IDisposable
{
    public const string Prefix = "live:";

    private DirectoryInfo? _folder;

    public static bool IsNamed(string path) => path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !Path.Exists(path);

    /// <returns>The paths, each live log replaced by its export.</returns>
    /// <exception cref="UsageException">A live log cannot be read.</exception>
    public IReadOnlyList<string> Exported(IReadOnlyList<string> paths, DateTimeOffset? since) => [.. paths.Select(path => IsNamed(path) ? Export(path, since) : path)];

    private string Export(string path, DateTimeOffset? since)
    {
        var channel = path[Prefix.Length..].Trim();
        if (channel.Length == 0)
            throw new UsageException("live: names no event log: live:Application, live:System, live:Microsoft-Windows-CAPI2/Operational.");
        if (logs is null)
            throw new UsageException($"{path} is a log of the running Windows, and this is none: run aovpn there, or copy the log with wevtutil epl \"{channel}\" log.evtx and name that file.");
        _folder ??= Directory.CreateTempSubdirectory("aovpn-live-");
        var file = Path.Combine(_folder.FullName, string.Concat(channel.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or ' ' or '.' ? letter : '%')) + ".evtx");
        if (File.Exists(file))
            return file;
        try
        {
            logs.Export(channel, since, file);
        }
        catch (LiveLogException failure)
        {
            throw new UsageException($"{path}: {failure.Message}.");
        }

        return file;
    }

    public void Dispose()
    {
        try
        {
            _folder?.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another program looks into the file; the system clears its temporary folder.
        }
    }
}
