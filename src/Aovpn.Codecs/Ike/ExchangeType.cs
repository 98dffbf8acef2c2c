using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Which exchange a message belongs to, RFC 7296 §3.1; those below 34 are of IKEv1 (RFC 2408 §3.1). Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct ExchangeType(byte Value)
{
    public static readonly ExchangeType MainMode = new(2);
    public static readonly ExchangeType Aggressive = new(4);
    public static readonly ExchangeType InformationalV1 = new(5);
    public static readonly ExchangeType QuickMode = new(32);
    public static readonly ExchangeType IkeSaInit = new(34);
    public static readonly ExchangeType IkeAuth = new(35);
    public static readonly ExchangeType CreateChildSa = new(36);
    public static readonly ExchangeType Informational = new(37);
    public static readonly ExchangeType IkeSessionResume = new(38);
    public static readonly ExchangeType IkeIntermediate = new(43);
    public static readonly ExchangeType IkeFollowupKe = new(44);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [2] = "Identity Protection",
        [4] = "Aggressive",
        [5] = "Informational",
        [32] = "Quick Mode",
        [34] = "IKE_SA_INIT",
        [35] = "IKE_AUTH",
        [36] = "CREATE_CHILD_SA",
        [37] = "INFORMATIONAL",
        [38] = "IKE_SESSION_RESUME",
        [43] = "IKE_INTERMEDIATE",
        [44] = "IKE_FOLLOWUP_KE",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
