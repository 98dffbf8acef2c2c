namespace Aovpn.Codecs.Pcap;

/// <summary>One frame of a capture.</summary>
/// <param name="Number">Counted from 1, as Wireshark counts.</param>
/// <param name="At">When it was captured, UTC; null where the file does not say.</param>
/// <param name="LinkType">What <paramref name="Data"/> begins with.</param>
/// <param name="Data">The bytes that were kept.</param>
/// <param name="OriginalLength">Bytes on the wire; more than were kept when the capture had a snap length.</param>
public sealed record CapturedFrame(long Number, DateTimeOffset? At, LinkType LinkType, ReadOnlyMemory<byte> Data, long OriginalLength)
{
    /// <summary>The end of the frame was not kept.</summary>
    public bool IsCut => Data.Length < OriginalLength;
}
