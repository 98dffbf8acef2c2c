using System.Globalization;

namespace Aovpn.Scenarios;

/// <summary>Lines of a database-compatible log by seed: requests, answers and accounting of one deployment, with names that spreadsheets stumble over.</summary>
internal sealed class NpsLogMaker(int seed)
{
    private static readonly string[] Names = ["alice", "bob", "Müller, Jörg", "o'neil", "=1+1", "Иван", "with \"\"quotes\"\"", "007", "1E5", "-5", "TRUE", "12/31/2026"];
    private static readonly int[] Reasons = [16, 22, 48, 65, 262, 265, 269];

    private readonly Random _random = new(seed);
    private DateTime _now = new(2026, 11, 2, 6, 0, 0);
    private long _next;

    /// <summary>One line with its end, different from every other.</summary>
    public string Line()
    {
        _now = _now.AddMilliseconds(_random.Next(20, 4000));
        var number = _next++;
        var user = Names[_random.Next(Names.Length)];
        var when = string.Create(CultureInfo.InvariantCulture, $"{_now:MM'/'dd'/'yyyy},{_now:HH':'mm':'ss}");
        FormattableString line = _random.Next(4) switch
        {
            0 => $"\"NPS1\",\"IAS\",{when},1,\"{user}\",,\"203.0.113.10\",\"198.51.100.{number % 250}\",,,\"VPN1\",\"192.0.2.10\",{number % 128},311,\"192.0.2.10\",\"VPN1, Frankfurt\",,,5,,1,2,,,0,\"311 1 192.0.2.53 {number}\"",
            1 => $"\"NPS1\",\"IAS\",{when},2,,\"CORP\\{user}\",,,,,,,,311,\"192.0.2.10\",\"VPN1, Frankfurt\",,,,,,,11,\"Always On VPN\",0,\"311 1 192.0.2.53 {number}\",28800",
            2 => $"\"NPS1\",\"IAS\",{when},3,,\"CORP\\{user}\",,,,,,,,311,\"192.0.2.10\",\"VPN1, Frankfurt\",,,,,,,5,\"Always On VPN\",{Reasons[_random.Next(Reasons.Length)]},\"311 1 192.0.2.53 {number}\"",
            _ => $"\"NPS1\",\"IAS\",{when},4,\"{user}\",\"CORP\\{user}\",,,,,\"10.10.8.7\",\"VPN1\",\"192.0.2.10\",1,311,\"192.0.2.10\",\"VPN1, Frankfurt\",,,5,,1,2,,,0,\"311 1 192.0.2.53 {number}\",,,,,2,0,{_random.Next()},{_random.NextInt64(uint.MaxValue)},\"{number}\",1,{_random.Next(90000)},7,9,1",
        };
        return line.ToString(CultureInfo.InvariantCulture) + "\r\n";
    }
}
