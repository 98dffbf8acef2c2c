namespace Aovpn.LabTable;

/// <summary>Two faults at once, with one method.</summary>
/// <param name="Earlier">Of the earlier stage, whichever of its stages one takes.</param>
internal sealed record Pair(Expectation Earlier, Expectation Later)
{
    private const int Seed = 20_261_122;

    /// <summary>In the order of a connection.</summary>
    private static readonly string[] Stages = ["Profile", "Reachability", "Negotiation", "ServerAuthentication", "UserAuthentication", "Authorization", "Addressing", "Connectivity"];

    public string Method => Earlier.Method;

    /// <summary>
    /// Always the same ones: of all that are compatible, so many in a seeded order, no two faults twice. Compatible are faults that turn different
    /// knobs, that a client sees, and whose stages leave no doubt which is the earlier.
    /// </summary>
    public static Pair[] Draw(Expectation[] rows, Dictionary<string, string[]> knobs, int count)
    {
        var random = new Random(Seed);
        var candidates = (from earlier in rows from later in rows where earlier.Method == later.Method && IsPair(earlier, later) && !knobs[earlier.Fault].Intersect(knobs[later.Fault]).Any() select new Pair(earlier, later)).ToArray();
        random.Shuffle(candidates);
        return [.. candidates.DistinctBy(pair => (pair.Earlier.Fault, pair.Later.Fault)).Take(count)];
    }

    private static bool IsPair(Expectation earlier, Expectation later) =>
        !earlier.IsHealthy(Vantage.Credentials) && !later.IsHealthy(Vantage.Credentials) && IsSure(earlier) && IsSure(later)
        && earlier.Stages.Max(At) < later.Stages.Min(At)
        // The lab takes the last address with a client of its own, which must be able to connect.
        && (later.Fault != "pool-exhausted" || earlier.Stages.Min(At) >= At("UserAuthentication"));

    private static bool IsSure(Expectation row) => row.Stages.All(stage => At(stage) >= 0);

    private static int At(string stage) => Array.IndexOf(Stages, stage);
}
