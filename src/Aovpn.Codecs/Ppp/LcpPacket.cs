using System.Collections.Immutable;

namespace Aovpn.Codecs.Ppp;

/// <summary>A control packet of PPP, RFC 1661 section 5: LCP, and IPCP and CCP, which share its form.</summary>
/// <param name="Options">For the four Configure codes; empty for others.</param>
/// <param name="Data">What follows the header for all other codes.</param>
public sealed record LcpPacket(LcpCode Code, byte Identifier, ImmutableArray<LcpOption> Options, ImmutableArray<byte> Data)
{
    public const ushort Lcp = 0xC021, Ipcp = 0x8021;

    /// <exception cref="MalformedException">The packet ends inside a field or an option's length is below 2.</exception>
    public static LcpPacket Decode(ReadOnlySpan<byte> packet)
    {
        var reader = new WireReader(packet);
        var code = new LcpCode(reader.U8("LCP.Code"));
        var identifier = reader.U8("LCP.Identifier");
        int length = reader.U16("LCP.Length");
        if (length < 4)
            throw reader.Malformed("LCP.Length", $"is {length}, less than the header's 4");

        var body = reader.Within(length - 4, "LCP.Data");
        if (!code.HasOptions)
            return new(code, identifier, [], [.. body.Rest()]);

        var options = ImmutableArray.CreateBuilder<LcpOption>();
        while (!body.AtEnd)
        {
            var type = body.U8("LCP.Option.Type");
            var size = body.U8("LCP.Option.Length");
            if (size < 2)
                throw body.Malformed("LCP.Option.Length", $"is {size}, less than the option's header of 2");
            options.Add(new(type, [.. body.Take(size - 2, "LCP.Option.Data")]));
        }

        return new(code, identifier, options.ToImmutable(), []);
    }

    public byte[] Encode()
    {
        var body = new WireWriter();
        foreach (var option in Options)
            body.U8(option.Type).U8(option.Data.Length + 2).Bytes(option.Data.AsSpan());
        body.Bytes(Data.AsSpan());
        return new WireWriter().U8(Code.Value).U8(Identifier).U16(body.Length + 4).Bytes(body.Written).ToArray();
    }

    /// <summary>What the sender wants the other to prove itself with; null when it asks for nothing.</summary>
    public PppAuthentication? Authentication =>
        Options.FirstOrDefault(option => option.Type == LcpOption.AuthenticationProtocol) is { } asked ? PppAuthentication.Of(asked) : null;
}
