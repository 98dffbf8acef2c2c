using Aovpn.Generators.Nps;
using Aovpn.Codecs.Nps;

namespace Aovpn.Bench.Nps;

/// <summary>The product's reader of NPS logs.</summary>
internal static class OurCount
{
    public static string Answer(string file, int threads)
    {
        using var log = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0, FileOptions.SequentialScan);
        var counters = Enumerable.Range(0, threads).Select(_ => new ReasonCounter()).ToList();
        NpsScan.Run(log, counters);
        foreach (var other in counters.Skip(1))
            counters[0].Add(other);
        var (reasons, users) = (counters[0].Reasons, counters[0].Users);
        return Answers.Reasons(reasons) + (users.Count > 0 ? NpsTruth.UsersLine(users.Count, users.Most) : "");
    }
}
