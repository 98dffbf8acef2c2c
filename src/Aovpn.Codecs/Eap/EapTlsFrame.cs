using System.Collections.Immutable;

namespace Aovpn.Codecs.Eap;

/// <summary>Type-Data of EAP-TLS and PEAP: a piece of a TLS flight, RFC 5216 section 3.1.</summary>
/// <remarks>
/// <code>
/// |L M S R R| Ver |   TLS Message Length (4 bytes, if L)  |  TLS Data ...
/// </code>
/// </remarks>
/// <param name="Version">Lower three bits, which PEAP uses: [MS-PEAP] section 2.2.2; zero in EAP-TLS and PEAP version 0.</param>
/// <param name="TlsLength">Length of the whole flight in bytes; null without L.</param>
public sealed record EapTlsFrame(EapTlsFlags Flags, byte Version, uint? TlsLength, ImmutableArray<byte> Data)
{
    private const byte VersionMask = 0x07;
    private const byte FlagsMask = 0xF8;

    /// <summary>No flags and no data: "go on", the acknowledgement of a fragment.</summary>
    public static readonly EapTlsFrame Acknowledgement = new(EapTlsFlags.None, 0, null, []);

    public bool HasMore => Flags.HasFlag(EapTlsFlags.MoreFragments);

    public bool IsStart => Flags.HasFlag(EapTlsFlags.Start);

    /// <summary>Without data: an acknowledgement, unless it is a start.</summary>
    public bool IsEmpty => Data.IsEmpty && !IsStart;

    /// <exception cref="MalformedException">Shorter than its flags promise.</exception>
    public static EapTlsFrame Decode(ReadOnlySpan<byte> data)
    {
        var reader = new WireReader(data);
        var first = reader.U8("EapTls.Flags");
        var flags = (EapTlsFlags)(first & FlagsMask);
        uint? length = flags.HasFlag(EapTlsFlags.LengthIncluded) ? reader.U32("EapTls.TlsMessageLength") : null;
        return new(flags, (byte)(first & VersionMask), length, [.. reader.Rest()]);
    }

    public byte[] Encode()
    {
        var writer = new WireWriter().U8((byte)Flags | Version);
        if (TlsLength is { } length)
            writer.U32(length);
        return writer.Bytes(Data.AsSpan()).ToArray();
    }
}
