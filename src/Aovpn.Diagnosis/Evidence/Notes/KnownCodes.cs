using System.Collections.Frozen;
using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>Which numbers are codes at all.</summary>
internal static class KnownCodes
{
    private static readonly FrozenDictionary<string, uint> Symbols = new Dictionary<string, uint>
    {
        ["ERROR_IPSEC_IKE_AUTH_FAIL"] = 13801, ["ERROR_IPSEC_IKE_NO_CERT"] = 13806, ["ERROR_IPSEC_IKE_POLICY_MATCH"] = 13868,
        ["ERROR_IPSEC_IKE_TIMED_OUT"] = 13805, ["CERT_E_EXPIRED"] = 0x800B0101, ["CERT_E_UNTRUSTEDROOT"] = 0x800B0109,
        ["CERT_E_CHAINING"] = 0x800B010A, ["CERT_E_CN_NO_MATCH"] = 0x800B010F, ["CRYPT_E_REVOCATION_OFFLINE"] = 0x80092013,
    }.ToFrozenDictionary();

    /// <summary>A lexicon's way to write a code: <c>809</c>, <c>0x800B0109</c>.</summary>
    public static Code Parse(string text) => Code.Windows(text.StartsWith("0x", StringComparison.Ordinal)
        ? uint.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : uint.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));

    public static Code? BySymbol(string raw) => raw.Contains('_', StringComparison.Ordinal) && Symbols.TryGetValue(raw, out var value) ? Code.Windows(value) : null;

    public static bool IsWindows(uint number) => number is >= 600 and <= 976 or >= 13800 and <= 13911;

    /// <summary>Numbers of IKE are long enough that nothing else is meant.</summary>
    public static bool IsUnmistakable(uint number) => number is >= 13800 and <= 13911;

    public static bool IsNpsReason(uint number) => number is <= 302;

    public static bool IsEvent(uint number) => number is >= 1 and <= ushort.MaxValue;
}
