namespace Aovpn.Intake.Live;

/// <summary>The event logs of this machine while it runs.</summary>
public interface ILiveEventLogs
{
    /// <summary>Writes the events of a channel into a new .evtx file, which is read as any copied log is.</summary>
    /// <param name="channel">As Event Viewer names it: <c>Application</c>, <c>Microsoft-Windows-CAPI2/Operational</c>.</param>
    /// <param name="since">Only events from this time on; null for all.</param>
    /// <exception cref="LiveLogException">It cannot be read.</exception>
    void Export(string channel, DateTimeOffset? since, string file);
}
