using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>What a configuration payload does, RFC 7296 §3.15. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct ConfigurationType(byte Value)
{
    public static readonly ConfigurationType Request = new(1);
    public static readonly ConfigurationType Reply = new(2);
    public static readonly ConfigurationType Set = new(3);
    public static readonly ConfigurationType Acknowledge = new(4);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [1] = "CFG_REQUEST",
        [2] = "CFG_REPLY",
        [3] = "CFG_SET",
        [4] = "CFG_ACK",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
