namespace Aovpn.Codecs.Eap;

/// <summary>
/// How PEAP version 0 packs EAP packets into its tunnel, [MS-PEAP] section 3.1.5.6: without code, identifier and length, which are
/// those of the outer packet. The EAP Extensions method alone travels whole.
/// </summary>
public static class PeapInner
{
    private const int HeaderLength = 4;

    /// <param name="content">Decrypted content of one outer packet.</param>
    /// <param name="code">Code of that outer packet.</param>
    /// <param name="identifier">Its identifier.</param>
    /// <exception cref="MalformedException">Empty.</exception>
    public static EapPacket Unpack(ReadOnlySpan<byte> content, EapCode code, byte identifier)
    {
        if (content.IsEmpty)
            throw new MalformedException("Peap.Inner", 0, "is empty");
        if (IsWhole(content, code))
            return EapPacket.Decode(content);
        return new(code, identifier, new(content[0]), [.. content[1..]]);
    }

    public static byte[] Pack(EapPacket packet)
    {
        var whole = packet.Encode();
        return packet.Type == EapType.Extensions || packet.Type is null ? whole : whole[HeaderLength..];
    }

    /// <summary>
    /// Extensions, and what some servers send whole besides: FreeRADIUS its first Identity, and Success or Failure. A packet without
    /// header begins with its type; whole ones begin with a code whose length fits exactly.
    /// </summary>
    private static bool IsWhole(ReadOnlySpan<byte> content, EapCode code)
    {
        if (content.Length < HeaderLength || ((content[2] << 8) | content[3]) != content.Length)
            return false;
        if (content.Length == HeaderLength)
            return content[0] is 3 or 4;
        return content[0] == code.Value && (content[4] == EapType.Extensions.Value || (content.Length == HeaderLength + 1 && content[4] == EapType.Identity.Value));
    }
}
