using Aovpn.Codecs.Ike;

namespace Aovpn.Probes.Sessions.Ike;

/// <summary>The payload of one UDP datagram; on port 4500 with the non-ESP marker in front.</summary>
public readonly record struct IkeDatagram(IkePort Port, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Bytes of the non-ESP marker, RFC 3948 §2.2.</summary>
    public const int MarkerSize = 4;

    /// <summary>An IKE message, with the marker where the port needs it.</summary>
    public static IkeDatagram Of(IkePort port, byte[] message) => new(port, port is IkePort.NatTraversal ? (byte[])[0, 0, 0, 0, .. message] : message);

    /// <summary>The IKE message without marker; null for ESP and for NAT keep-alives, which go over 4500 as well.</summary>
    public ReadOnlyMemory<byte>? Message
    {
        get
        {
            if (Port is IkePort.Ike)
                return Bytes;

            if (Bytes.Length < MarkerSize + IkeHeader.Size || Bytes.Span[..MarkerSize].IndexOfAnyExcept((byte)0) >= 0)
                return null;

            return Bytes[MarkerSize..];
        }
    }
}
