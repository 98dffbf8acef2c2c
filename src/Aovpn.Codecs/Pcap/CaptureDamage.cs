namespace Aovpn.Codecs.Pcap;

/// <summary>A part of a capture file that cannot be read.</summary>
/// <param name="Offset">Where it begins, in bytes from the start of the file.</param>
/// <param name="FramesBefore">Frames read before it.</param>
/// <param name="Problem">What is wrong, as a sentence without a full stop.</param>
/// <param name="EndsReading">Nothing after this place can be found any more.</param>
public sealed record CaptureDamage(long Offset, long FramesBefore, string Problem, bool EndsReading);
