namespace Aovpn.Codecs.Nps;

/// <summary>Lines that are not a readable record.</summary>
/// <param name="Format">The format they seem to be meant in; null when nothing tells.</param>
/// <param name="Detail">The number that belongs to the reason: a column, an attribute's number, a length in bytes; 0 where there is none.</param>
public sealed record NpsDamage(long Line, long LastLine, long Offset, NpsDamageReason Reason, NpsLogFormat? Format, long Detail = 0)
    : NpsLogEntry(Line, LastLine, Offset);
