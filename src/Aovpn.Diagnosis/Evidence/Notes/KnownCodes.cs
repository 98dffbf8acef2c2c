using System.Collections.Frozen;
using System.Globalization;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Which numbers and names are codes at all: those of the catalogue.</summary>
internal static class KnownCodes
{
    private static readonly Lazy<FrozenDictionary<Code, bool>> Relevance = new(() => ErrorCatalogue.All
        .GroupBy(one => one.Code).ToFrozenDictionary(group => group.Key, group => group.Any(one => one.Row.Relevant)));

    private static readonly Lazy<FrozenDictionary<string, Code>> Symbols = new(() => ErrorCatalogue.All
        .Where(one => one.Row.Symbol is not null).Select(one => (Symbol: one.Row.Symbol!, one.Code))
        .Concat(NumberCatalogue.Ike.Where(row => row.Kind == "notify-error")
            .Select(row => (Symbol: row.Name, Code: new Code(CodeFamily.IkeNotify, uint.TryParse(row.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0))))
        .Where(one => one.Code.Value > 0 && one.Symbol.Contains('_', StringComparison.Ordinal))
        .DistinctBy(one => one.Symbol).ToFrozenDictionary(one => one.Symbol, one => one.Code, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenSet<uint>> Events = new(() => EventCatalogue.All.Select(row => (uint)row.Id).ToFrozenSet());

    /// <summary>A lexicon's way to write a code: <c>809</c>, <c>0x800B0109</c>.</summary>
    public static Code Parse(string text) => Code.Windows(text.StartsWith("0x", StringComparison.Ordinal)
        ? uint.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : uint.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>By name: ERROR_IPSEC_IKE_AUTH_FAIL, CERT_E_EXPIRED, NO_PROPOSAL_CHOSEN.</summary>
    public static Code? BySymbol(string raw) => raw.Contains('_', StringComparison.Ordinal) && Symbols.Value.TryGetValue(raw, out var code) ? code : null;

    public static bool IsWindows(uint number) => Relevance.Value.ContainsKey(Code.Windows(number));

    /// <summary>Deployments are known to show it, so that a title of few words may mean it.</summary>
    public static bool IsFamiliar(uint number) => Relevance.Value.GetValueOrDefault(Code.Windows(number));

    /// <summary>Numbers of IKE are long enough that nothing else is meant.</summary>
    public static bool IsUnmistakable(uint number) => number is >= 13_800 and < 14_000 && IsWindows(number);

    public static bool IsNpsReason(uint number) => Relevance.Value.ContainsKey(Code.NpsReason(number));

    /// <summary>A code of Windows, a reason of NPS or the id of an event.</summary>
    public static bool IsAny(uint number) => IsWindows(number) || IsNpsReason(number) || IsEvent(number);

    public static bool IsEvent(uint number) => Events.Value.Contains(number);
}
