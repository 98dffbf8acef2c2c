namespace Aovpn.Intake.Following;

/// <summary>How far one log has been read.</summary>
/// <param name="Path">Where it was last.</param>
/// <param name="Lines">Line ends read; null where reading did not begin at the log's beginning.</param>
/// <param name="HasText">Whether something was read that tells it from other logs; a heading row alone does not.</param>
/// <param name="IsInLongLine">Whether a line that is too long to be a record is being skipped.</param>
public sealed record FollowedLog(string Path, LogMark Mark, long? Lines, bool HasText, bool IsInLongLine)
{
    public static FollowedLog AtBeginning(string path) => new(path, default, 0, HasText: false, IsInLongLine: false);
}
