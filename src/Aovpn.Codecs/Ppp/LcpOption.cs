using System.Collections.Immutable;

namespace Aovpn.Codecs.Ppp;

/// <summary>One option of a control packet, RFC 1661 section 6.</summary>
/// <param name="Type">1 Maximum-Receive-Unit, 3 Authentication-Protocol, 5 Magic-Number, 7 and 8 compression of the header.</param>
public sealed record LcpOption(byte Type, ImmutableArray<byte> Data)
{
    public const byte MaximumReceiveUnit = 1, AuthenticationProtocol = 3, MagicNumber = 5, ProtocolFieldCompression = 7, AddressAndControlFieldCompression = 8;

    public bool Equals(LcpOption? other) => other is not null && Type == other.Type && Data.AsSpan().SequenceEqual(other.Data.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Type, Data.Length);
}
