using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Explaining;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Counts refusals by reason, and says what the reasons mean.</summary>
internal sealed class RefusalReasons
{
    /// <summary>NPS knows about three hundred; a log with more is damaged, and the rest is counted as of no known reason.</summary>
    private const int MostReasons = 1_000;

    private readonly Dictionary<uint, (long Count, SeenRange Seen)> _byCode = [];

    public void Add(uint code, DateTime? time)
    {
        if (_byCode.Count >= MostReasons && !_byCode.ContainsKey(code))
            code = 0;
        var (count, seen) = _byCode.GetValueOrDefault(code, (0, new()));
        seen.Add(time);
        _byCode[code] = (count + 1, seen);
    }

    /// <summary>The most frequent first.</summary>
    public ImmutableArray<RefusalReason> All() =>
        [.. _byCode.OrderByDescending(one => one.Value.Count).ThenBy(one => one.Key).Select(one => Of(one.Key, one.Value.Count, one.Value.Seen))];

    private static RefusalReason Of(uint code, long count, SeenRange seen)
    {
        if (code == 0)
            return new(code, null, "The log names no reason.", count, seen.First, seen.Last, []);

        var row = ErrorCatalogue.Find(Code.NpsReason(code));
        return new(
            code, row?.Symbol, row?.Text ?? "The catalogue does not have this reason.", count, seen.First, seen.Last,
            [.. PageIndex.Default.Explaining(new(Code.NpsReason(code))).Select(cause => new RefusalPage(cause.Page.Id, cause.Page.Title, cause.Page.Fixes))]);
    }
}
