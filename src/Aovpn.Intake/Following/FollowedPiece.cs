namespace Aovpn.Intake.Following;

/// <summary>New text of a log.</summary>
/// <param name="Log">The log behind it: how far it has been read with it.</param>
/// <param name="Text">Whole lines; the last has no end where the log was rolled in the middle of it.</param>
/// <param name="LinesBefore">Line ends before the text; null where nobody counted.</param>
/// <param name="Skipped">Bytes of a line that is too long to be a record, left out.</param>
public sealed record FollowedPiece(FollowedLog Log, byte[] Text, long? LinesBefore, long Skipped);
