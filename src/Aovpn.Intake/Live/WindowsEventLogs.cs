using System.Diagnostics.Eventing.Reader;
using System.Globalization;
using System.Runtime.Versioning;

namespace Aovpn.Intake.Live;

/// <summary>Live logs by the export of Windows' own API (EvtExportLog), which leaves the log as it is.</summary>
/// <remarks>Not proved on Windows by this project's tests, which run on Linux: they have a stand-in for it.</remarks>
[SupportedOSPlatform("windows")]
public sealed class WindowsEventLogs : ILiveEventLogs
{
    public void Export(string channel, DateTimeOffset? since, string file)
    {
        var query = since is { } from
            ? string.Create(CultureInfo.InvariantCulture, $"*[System[TimeCreated[@SystemTime>='{from.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}']]]")
            : "*";
        try
        {
            EventLogSession.GlobalSession.ExportLog(channel, PathType.LogName, query, file);
        }
        catch (EventLogNotFoundException failure)
        {
            throw new LiveLogException($"this machine has no event log named {channel}: wevtutil el lists those it has", failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new LiveLogException($"Windows does not let this account read the event log {channel}: run as administrator, or as a member of Event Log Readers", failure);
        }
        catch (Exception failure) when (failure is EventLogException or IOException or PlatformNotSupportedException or DllNotFoundException or EntryPointNotFoundException)
        {
            throw new LiveLogException($"the event log {channel} cannot be exported ({failure.Message.ReplaceLineEndings(" ").Trim()}): copy it with wevtutil epl \"{channel}\" log.evtx, and name that file", failure);
        }
    }
}
