namespace Aovpn.Codecs.Nps;

/// <summary>What a log holds at one place: a record, or something that is none.</summary>
/// <param name="Line">First line, from 1.</param>
/// <param name="LastLine">Last line, included; differs from <paramref name="Line"/> only for XML spread over lines.</param>
/// <param name="Offset">Byte offset of the first line's beginning.</param>
public abstract record NpsLogEntry(long Line, long LastLine, long Offset);
