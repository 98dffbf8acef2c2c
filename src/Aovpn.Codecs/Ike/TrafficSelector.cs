using System.Collections.Immutable;
using System.Net;

namespace Aovpn.Codecs.Ike;

/// <summary>A range of addresses and ports, RFC 7296 §3.13.1.</summary>
/// <remarks>
/// <code>
/// |   TS Type     |IP Protocol ID*|       Selector Length         |
/// |           Start Port*         |           End Port*           |
/// ~                         Starting Address*                     ~
/// ~                         Ending Address*                       ~
/// </code>
/// </remarks>
/// <param name="IpProtocol">0 for any.</param>
/// <param name="StartAddress">4 or 16 bytes; empty for a form that is not known, whose bytes are in <paramref name="EndAddress"/>.</param>
public sealed record TrafficSelector(
    TrafficSelectorType Type, byte IpProtocol, ushort StartPort, ushort EndPort, ImmutableArray<byte> StartAddress, ImmutableArray<byte> EndAddress)
{
    private const int HeaderSize = 8;

    /// <summary>0.0.0.0 to 255.255.255.255, all protocols and ports.</summary>
    public static TrafficSelector AllIpv4 { get; } = Range(new byte[4], [255, 255, 255, 255]);

    /// <summary>:: to ffff:…:ffff, all protocols and ports.</summary>
    public static TrafficSelector AllIpv6 { get; } = Range(new byte[16], [.. Enumerable.Repeat((byte)255, 16)]);

    /// <param name="start">4 or 16 bytes.</param>
    /// <param name="end">As many.</param>
    public static TrafficSelector Range(ReadOnlySpan<byte> start, ReadOnlySpan<byte> end) => new(
        start.Length == 4 ? TrafficSelectorType.Ipv4AddressRange : TrafficSelectorType.Ipv6AddressRange, 0, 0, ushort.MaxValue, [.. start], [.. end]);

    /// <summary>Whether the address is within the range; false for another family.</summary>
    public bool Covers(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes.Length == StartAddress.Length
            && bytes.AsSpan().SequenceCompareTo(StartAddress.AsSpan()) >= 0
            && bytes.AsSpan().SequenceCompareTo(EndAddress.AsSpan()) <= 0;
    }

    /// <exception cref="MalformedException">The body ends inside a field, or the length does not fit the type.</exception>
    public static TrafficSelector Decode(ref WireReader body)
    {
        var type = new TrafficSelectorType(body.U8("TS.Type"));
        var protocol = body.U8("TS.IpProtocolId");
        var length = body.U16("TS.SelectorLength");
        if (length < HeaderSize)
            throw body.Malformed("TS.SelectorLength", $"is {length}, less than the {HeaderSize} bytes before the addresses");

        var inside = body.Within(length - 4, "TS.SelectorLength");
        var startPort = inside.U16("TS.StartPort");
        var endPort = inside.U16("TS.EndPort");
        var size = type.Value switch { 7 => 4, 8 => 16, _ => 0 };
        var start = inside.Take(size, "TS.StartingAddress").ToArray();
        var end = size > 0 ? inside.Take(size, "TS.EndingAddress").ToArray() : inside.Rest().ToArray();
        if (!inside.AtEnd)
            throw inside.Malformed("TS.SelectorLength", $"leaves {inside.Remaining} bytes after the addresses");

        return new(type, protocol, startPort, endPort, [.. start], [.. end]);
    }

    public void Encode(WireWriter body) => body
        .U8(Type.Value).U8(IpProtocol).LengthPrefixed16(
            inside => inside.U16(StartPort).U16(EndPort).Bytes(StartAddress.AsSpan()).Bytes(EndAddress.AsSpan()), extra: 4);

    /// <summary>"10.0.0.0 - 10.255.255.255"; protocol and ports are named where they narrow it.</summary>
    public override string ToString()
    {
        if (StartAddress.IsEmpty)
            return $"selector of type {Type}";

        var range = StartAddress.AsSpan().SequenceEqual(EndAddress.AsSpan())
            ? new IPAddress(StartAddress.AsSpan()).ToString()
            : $"{new IPAddress(StartAddress.AsSpan())} - {new IPAddress(EndAddress.AsSpan())}";
        return IpProtocol == 0 && StartPort == 0 && EndPort == ushort.MaxValue
            ? range
            : FormattableString.Invariant($"{range}, protocol {IpProtocol}, ports {StartPort} - {EndPort}");
    }
}
