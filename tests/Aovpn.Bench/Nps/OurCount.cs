using Aovpn.Bench.Inputs;
using Aovpn.Codecs.Nps;

namespace Aovpn.Bench.Nps;

/// <summary>The product's reader of NPS logs.</summary>
internal static class OurCount
{
    public static string Answer(string file, int threads)
    {
        _ = threads;
        var reasons = new Dictionary<int, long>();
        var users = new Dictionary<string, long>();
        var isOdbc = false;
        using var log = File.OpenRead(file);
        foreach (var entry in NpsLog.Read(log))
        {
            if (entry is not NpsRecord record || record.Number("Packet-Type") is not (2 or 3))
                continue;
            isOdbc = record.Format is NpsLogFormat.Odbc;
            var reason = (int)(record.Number("Reason-Code") ?? 0);
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            if (isOdbc && record["Fully-Qualified-User-Name"] is { } user)
                users[user] = users.GetValueOrDefault(user) + 1;
        }

        return Workers.Reasons(reasons) + (isOdbc ? NpsTruth.UsersLine(users.Count, users.Values.Max()) : "");
    }
}
