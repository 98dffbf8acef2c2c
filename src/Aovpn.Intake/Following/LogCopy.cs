namespace Aovpn.Intake.Following;

/// <summary>Copies of logs: a backup beside the log, or what is left of it when it is copied and then truncated.</summary>
internal static class LogCopy
{
    /// <summary>Whether a file and a log begin alike, as far as the file goes or the log was read.</summary>
    public static bool IsOne(string path, FollowedLog log)
    {
        using var file = WatchedFile.Open(path);
        using var original = WatchedFile.Open(log.Path);
        if (file is null || original is null)
            return false;
        try
        {
            var common = Math.Min(RandomAccess.GetLength(file), log.Mark.Offset);
            return common > 0 && RandomAccess.GetLength(original) >= common && LogMark.Of(file, common) == LogMark.Of(original, common);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A copy all of which was read in its original; null where it ends in the middle of a line, and more of it may come.</summary>
    public static FollowedLog? AsRead(string path)
    {
        using var file = WatchedFile.Open(path);
        if (file is null)
            return null;
        try
        {
            var length = RandomAccess.GetLength(file);
            return length == 0 || WatchedFile.Read(file, length - 1, 1) is not [(byte)'\n']
                ? null
                : new(path, LogMark.Of(file, length), null, HasText: true, IsInLongLine: false);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
