using System.Collections.Immutable;

namespace Aovpn.Codecs.Ike;

/// <summary>SAs that the sender has deleted, RFC 7296 §3.11.</summary>
/// <param name="Spis">None for the IKE SA itself; 4 bytes each for ESP.</param>
public sealed record DeletePayload(IkeProtocol Protocol, byte SpiSize, ImmutableArray<ImmutableArray<byte>> Spis) : IkePayload
{
    /// <summary>Deletes the IKE SA that carries it.</summary>
    public static DeletePayload IkeSa { get; } = new(IkeProtocol.Ike, 0, []);

    public override PayloadType Type => PayloadType.Delete;

    /// <exception cref="MalformedException">The body ends inside a field, or SPIs of no length are announced.</exception>
    public static DeletePayload Decode(ref WireReader body)
    {
        var protocol = new IkeProtocol(body.U8("Delete.ProtocolId"));
        var size = body.U8("Delete.SpiSize");
        var count = body.U16("Delete.NumSpis");
        if (count * size != body.Remaining)
            throw body.Malformed("Delete.NumSpis", $"is {count} of {size} bytes each, {body.Remaining} bytes are left");

        var spis = ImmutableArray.CreateBuilder<ImmutableArray<byte>>();
        for (var i = 0; size > 0 && i < count; i++)
            spis.Add([.. body.Take(size, "Delete.Spi")]);

        return new(protocol, size, spis.ToImmutable());
    }

    public override void Encode(WireWriter body)
    {
        body.U8(Protocol.Value).U8(SpiSize).U16(Spis.Length);
        foreach (var spi in Spis)
            body.Bytes(spi.AsSpan());
    }
}
