using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Addressing;

/// <summary>The VPN server holds one address twice, or two sessions of one machine and user. Page: StaleSessions.md.</summary>
public sealed class StaleSessions() : Rule<SessionsListed>(HostRole.VpnServer, "sessions")
{
    protected override Verdict? Judge(SessionsListed seen, CaseFile file)
    {
        if (Pair(seen, session => session.Address) is var (first, second))
            return Verdict.Found($"the VPN server holds two sessions with the address {Hole.Address(first.Address!)}", first.Source, second.Source);
        if (Pair(seen, session => session is { User: { } user, Machine: { } machine } ? $"{user} {machine}" : null) is var (one, other))
            return Verdict.Found($"the VPN server holds two sessions of {Hole.User(one.User!)} on {Hole.Host(one.Machine!)}", one.Source, other.Source);
        return null;
    }

    private static (OpenSession First, OpenSession Second)? Pair(SessionsListed seen, Func<OpenSession, string?> by)
    {
        var known = new Dictionary<string, OpenSession>(StringComparer.OrdinalIgnoreCase);
        foreach (var session in seen.Sessions)
        {
            if (by(session) is not { } key)
                continue;
            if (known.TryGetValue(key, out var first))
                return (first, session);
            known.Add(key, session);
        }

        return null;
    }
}
