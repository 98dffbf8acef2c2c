using Aovpn.Generators.Nps;
using Sylvan.Data.Csv;

namespace Aovpn.Bench.Nps;

/// <summary>Sylvan.Data.Csv, one of the fastest CSV readers for .NET.</summary>
internal static class SylvanCount
{
    public static string Answer(string file)
    {
        var reasons = new Dictionary<int, long>();
        var users = new Dictionary<string, long>();
        var lookup = users.GetAlternateLookup<ReadOnlySpan<char>>();
        using var reader = CsvDataReader.Create(file, new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 18 });
        while (reader.Read())
        {
            if (reader.GetInt32(4) is not (2 or 3))
                continue;
            var reason = reader.GetInt32(25);
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            var user = reader.GetFieldSpan(6);
            lookup[user] = lookup.TryGetValue(user, out var count) ? count + 1 : 1;
        }

        return Answers.Reasons(reasons) + NpsTruth.UsersLine(users.Count, users.Values.DefaultIfEmpty().Max());
    }
}
