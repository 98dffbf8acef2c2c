using System.Collections.Frozen;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Reports;

/// <summary>What vendors call a code.</summary>
internal static class Symbols
{
    private static readonly FrozenDictionary<Code, string> Known = FrozenDictionary<Code, string>.Empty;

    /// <returns>Null when the catalogue has none.</returns>
    public static string? Of(Code code) => Known.GetValueOrDefault(code);

    /// <summary>The vendor's sentence for a code; null when the catalogue has none.</summary>
    public static string? Sentence(Code code) => Of(code);
}
