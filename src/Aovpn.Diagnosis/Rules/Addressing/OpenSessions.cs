using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Addressing;

/// <summary>How many sessions were open at once, by the accounting of NPS.</summary>
internal static class OpenSessions
{
    /// <returns>The start at which most were open and how many; null without accounting.</returns>
    public static (RadiusDecision Start, int Count)? Most(CaseFile file)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        (RadiusDecision Start, int Count)? most = null;
        foreach (var seen in file.All<RadiusDecision>().Where(seen => seen is { IsVpn: true, SessionId: not null, At: not null }).OrderBy(seen => seen.At!.Wall))
        {
            if (seen.Outcome is RadiusOutcome.SessionStopped)
                open.Remove(seen.SessionId!);
            if (seen.Outcome is not RadiusOutcome.SessionStarted || !open.Add(seen.SessionId!))
                continue;
            if (most is null || open.Count > most.Value.Count)
                most = (seen, open.Count);
        }

        return most;
    }
}
