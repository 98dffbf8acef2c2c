namespace Aovpn.Codecs.Nps;

/// <summary>Where an entry is in the log.</summary>
internal readonly record struct NpsSpan(long Line, long LastLine, long Offset);
