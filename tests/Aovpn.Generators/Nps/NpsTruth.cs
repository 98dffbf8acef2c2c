using System.Globalization;

namespace Aovpn.Generators.Nps;

/// <summary>What a log that was made holds.</summary>
public sealed class NpsTruth
{
    public long Bytes { get; set; }

    public long Records { get; set; }

    public SortedDictionary<int, long> ByPacketType { get; } = [];

    /// <summary>Accepts and rejects by Reason-Code.</summary>
    public SortedDictionary<int, long> ByReason { get; } = [];

    /// <summary>Accepts and rejects by fully qualified user name.</summary>
    public Dictionary<string, long> ByUser { get; } = [];

    public long Started { get; set; }

    public long Stopped { get; set; }

    /// <summary>Requests that get no answer.</summary>
    public long Unanswered { get; set; }

    /// <summary>The answer that every contender must give: a line for each reason.</summary>
    public string Reasons => string.Concat(ByReason.Select(one => string.Create(CultureInfo.InvariantCulture, $"reason {one.Key} {one.Value}\n")));

    /// <summary>The same and the users: how many there are, and how often the busiest is answered.</summary>
    public string ReasonsAndUsers => Reasons + UsersLine(ByUser.Count, ByUser.Values.DefaultIfEmpty().Max());

    public static string UsersLine(long distinct, long busiest) => string.Create(CultureInfo.InvariantCulture, $"users {distinct} busiest {busiest}\n");
}
