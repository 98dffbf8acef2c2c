namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>A remark on a clock: logs of one clock must not be laid beside those of another without it.</summary>
/// <param name="Whose">The server that wrote the log, or for <see cref="NpsClockNoteKind.ClientDiffers"/> the RADIUS client; null where the log names none.</param>
/// <param name="By">The offset from UTC, or the longest step back; zero for <see cref="NpsClockNoteKind.ClientDiffers"/>.</param>
/// <param name="Count">Records that show it.</param>
/// <param name="First">When it was seen first, by the server's clock.</param>
public sealed record NpsClockNote(NpsClockNoteKind Kind, string? Whose, TimeSpan By, long Count, DateTime? First);
