using System.Globalization;
using Aovpn.Generators.Nps;
using DuckDB.NET.Data;

namespace Aovpn.Bench.Nps;

/// <summary>DuckDB: read_csv with the schema given, so that it guesses nothing; lines and regular expressions for the formats that it cannot read.</summary>
internal static class DuckDbCount
{
    public static string Answer(string file, int threads)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SET threads={threads}");
        command.ExecuteNonQuery();
        command.CommandText = file.EndsWith(".odbc.log", StringComparison.Ordinal) ? Columns(file)
            : file.EndsWith(".xml.log", StringComparison.Ordinal) ? Lines(file, "<Packet-Type data_type=\"0\">([0-9]+)<", "<Reason-Code data_type=\"0\">([0-9]+)<")
            : Lines(file, ",4136,([0-9]+)", ",4142,([0-9]+)");
        var reasons = new Dictionary<int, long>();
        var (users, busiest) = (0L, 0L);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            if (reader.IsDBNull(0))
                (users, busiest) = (users + 1, Math.Max(busiest, reader.GetInt64(2)));
            else
                reasons[int.Parse(reader.GetString(0), CultureInfo.InvariantCulture)] = reader.GetInt64(2);
        }

        return Answers.Reasons(reasons) + (users > 0 ? NpsTruth.UsersLine(users, busiest) : "");
    }

    /// <summary>One pass for both questions.</summary>
    private static string Columns(string file)
    {
        var columns = string.Join(',', Enumerable.Range(1, 66).Select(column => string.Create(CultureInfo.InvariantCulture, $"'c{column}':'VARCHAR'")));
        return $"select c26, c7, count(*) from read_csv('{file}', header=false, delim=',', quote='\"', escape='\"', all_varchar=true, auto_detect=false, strict_mode=true, columns={{{columns}}}) where c5 in ('2','3') group by grouping sets ((c26),(c7))";
    }

    private static string Lines(string file, string packetType, string reason) =>
        $"select regexp_extract(l,'{reason}',1), null, count(*) from read_csv('{file}', header=false, delim='\u0001', quote='', escape='', auto_detect=false, columns={{'l':'VARCHAR'}}) where regexp_extract(l,'{packetType}',1) in ('2','3') group by 1";
}
