using System.Collections.Immutable;

namespace Aovpn.Codecs.L2tp;

/// <summary>A packet of L2TP version 2, RFC 2661 section 3.1.</summary>
/// <param name="Ns">Sequence number; null where a data packet has none.</param>
/// <param name="Attributes">Of a control message; none in a Zero-Length Body acknowledgement.</param>
/// <param name="Data">The PPP frame of a data message.</param>
public sealed record L2tpPacket(
    bool IsControl, ushort TunnelId, ushort SessionId, ushort? Ns, ushort? Nr, ImmutableArray<L2tpAttribute> Attributes, ImmutableArray<byte> Data)
{
    private const int Control = 0x8000, HasLength = 0x4000, HasSequence = 0x0800, HasOffset = 0x0200, Version = 2;

    /// <summary>Null for data and for an acknowledgement without content.</summary>
    public L2tpMessageType? Message =>
        Attributes.FirstOrDefault() is { Vendor: 0, Type: L2tpAttribute.MessageType, Number: { } type } ? new L2tpMessageType(type) : null;

    /// <exception cref="MalformedException">Another version, or an end inside a field.</exception>
    public static L2tpPacket Decode(ReadOnlySpan<byte> packet)
    {
        var reader = new WireReader(packet);
        int flags = reader.U16("L2TP.Flags");
        if ((flags & 0x000F) != Version)
            throw reader.Malformed("L2TP.Ver", $"is {flags & 0x000F}, not 2");

        var control = (flags & Control) != 0;
        if ((flags & HasLength) != 0)
        {
            int length = reader.U16("L2TP.Length");
            if (length < 6)
                throw reader.Malformed("L2TP.Length", $"is {length}, less than the header's 6");
            reader = reader.Within(length - 4, "L2TP.Body");
        }

        var (tunnel, session) = (reader.U16("L2TP.TunnelID"), reader.U16("L2TP.SessionID"));
        (ushort? ns, ushort? nr) = (null, null);
        if ((flags & HasSequence) != 0)
            (ns, nr) = (reader.U16("L2TP.Ns"), reader.U16("L2TP.Nr"));
        if ((flags & HasOffset) != 0)
            reader.Take(reader.U16("L2TP.OffsetSize"), "L2TP.OffsetPad");
        if (!control)
            return new(false, tunnel, session, ns, nr, [], [.. reader.Rest()]);

        var attributes = ImmutableArray.CreateBuilder<L2tpAttribute>();
        while (!reader.AtEnd)
        {
            int head = reader.U16("L2TP.AVP.Length");
            var size = head & 0x03FF;
            if (size < 6)
                throw reader.Malformed("L2TP.AVP.Length", $"is {size}, less than the header's 6");
            var (vendor, type) = (reader.U16("L2TP.AVP.VendorID"), reader.U16("L2TP.AVP.AttributeType"));
            attributes.Add(new((head & 0x8000) != 0, (head & 0x4000) != 0, vendor, type, [.. reader.Take(size - 6, "L2TP.AVP.AttributeValue")]));
        }

        return new(true, tunnel, session, ns, nr, attributes.ToImmutable(), []);
    }

    public byte[] Encode()
    {
        var body = new WireWriter().U16(TunnelId).U16(SessionId);
        if (Ns is { } ns)
            body.U16(ns).U16(Nr ?? 0);
        foreach (var attribute in Attributes)
        {
            body.U16((attribute.IsMandatory ? 0x8000 : 0) | (attribute.IsHidden ? 0x4000 : 0) | (attribute.Value.Length + 6))
                .U16(attribute.Vendor).U16(attribute.Type).Bytes(attribute.Value.AsSpan());
        }

        body.Bytes(Data.AsSpan());
        var flags = Version | (Ns is null ? 0 : HasSequence);
        return IsControl
            ? new WireWriter().U16(flags | Control | HasLength).U16(body.Length + 4).Bytes(body.Written).ToArray()
            : new WireWriter().U16(flags).Bytes(body.Written).ToArray();
    }
}
