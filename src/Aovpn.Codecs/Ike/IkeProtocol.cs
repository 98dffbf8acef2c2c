using System.Collections.Frozen;
using System.Globalization;

namespace Aovpn.Codecs.Ike;

/// <summary>Protocol Identifier of a proposal, Notify or Delete, RFC 7296 §3.3.1. Any value is legal on the wire: a number with names, no enumeration.</summary>
public readonly record struct IkeProtocol(byte Value)
{
    public static readonly IkeProtocol None = new(0);
    public static readonly IkeProtocol Ike = new(1);
    public static readonly IkeProtocol Ah = new(2);
    public static readonly IkeProtocol Esp = new(3);

    private static readonly FrozenDictionary<byte, string> Names = new Dictionary<byte, string>
    {
        [0] = "none",
        [1] = "IKE",
        [2] = "AH",
        [3] = "ESP",
    }.ToFrozenDictionary();

    /// <summary>The name that the registry gives; null for a number without one.</summary>
    public string? Name => Names.GetValueOrDefault(Value);

    public override string ToString() => Name ?? Value.ToString(CultureInfo.InvariantCulture);
}
