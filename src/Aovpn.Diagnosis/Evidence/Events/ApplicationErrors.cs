using System.Buffers;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Application Error, Application log: crashes of the services that a VPN needs. Crashes of other programs are none of its business.</summary>
internal static class ApplicationErrors
{
    /// <summary>Names of services, as in svchost.exe_RasMan, and of their modules.</summary>
    private static readonly SearchValues<string> Parts = SearchValues.Create(
        ["rasman", "rastls", "raschap", "ikeext", "eaphost", "sstpsvc", "mprddm", "iassvcs", "iassam", "remoteaccess", "vpnike"], StringComparison.OrdinalIgnoreCase);

    public static IEnumerable<Observation> Observe(WindowsEvent seen) =>
        seen.Data.Any(value => Names(value.Text)) || Names(seen.MessageText) ? WatchedEvents.Observe(seen) : [];

    /// <summary>False where the text of an event names none of them.</summary>
    public static bool MayConcern(ReadOnlySpan<char> text) => Names(text);

    private static bool Names(ReadOnlySpan<char> text) => text.ContainsAny(Parts);
}
