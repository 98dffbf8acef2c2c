using Aovpn.Codecs.Nps;

namespace Aovpn.Intake.Following;

/// <summary>Reads a log on from where it was read to.</summary>
internal static class LogReading
{
    /// <summary>Bytes of a piece; a line that is longer is no record.</summary>
    private const int Chunk = 2 * NpsLog.MaxRecord;

    /// <summary>Text behind the mark, from one and the same log: a log that is truncated while it is read gives nothing.</summary>
    /// <param name="takesRest">Told the length that the log has now; whether text behind the last line end is read as well.</param>
    /// <returns>Null where there is nothing new.</returns>
    public static FollowedPiece? Next(FollowedLog log, Func<long, bool> takesRest)
    {
        using var file = WatchedFile.Open(log.Path);
        if (file is null)
            return null;
        try
        {
            var offset = log.Mark.Offset;
            var (head, tail) = (LogMark.HeadOf(file, offset), LogMark.TailOf(file, offset));
            var text = WatchedFile.Read(file, offset, Math.Clamp(RandomAccess.GetLength(file) - offset, 0, Chunk));
            var seen = LogMark.Of(offset + text.Length, Head(head, text), Tail(tail, text));

            // Seen again after reading, all of it is of one log; and so far it is the log that we know.
            if (text.Length == 0 || !seen.IsIn(file) || LogMark.Of(offset, head, tail) != log.Mark && offset > 0)
                return null;
            var (length, isLong) = Cut(log, text, takesRest);
            return length == 0 ? null : Piece(log, text.AsSpan(0, length), isLong, LogMark.Of(offset + length, Head(head, text.AsSpan(0, length)), Tail(tail, text.AsSpan(0, length))));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>A log whose present text is not of interest.</summary>
    /// <returns>Null where it cannot be read.</returns>
    public static FollowedLog? AtEnd(string path)
    {
        using var file = WatchedFile.Open(path);
        if (file is null)
            return null;
        try
        {
            // Not in the middle of a line.
            var length = RandomAccess.GetLength(file);
            var last = WatchedFile.Read(file, Math.Max(0, length - Chunk), Math.Min(length, Chunk));
            var offset = length - last.Length + NpsLogEnd.OfWhole(last);
            return new(path, LogMark.Of(file, offset), offset == 0 ? 0 : null, offset > 0, IsInLongLine: false);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <returns>Bytes to be read now, and whether they belong to a line that is too long.</returns>
    private static (int Length, bool IsLong) Cut(FollowedLog log, byte[] text, Func<long, bool> takesRest)
    {
        if (log.IsInLongLine)
            return (text.AsSpan().IndexOf((byte)'\n') is var end and >= 0 ? end + 1 : text.Length, true);
        if (NpsLogEnd.OfWhole(text) is var whole and > 0)
            return (whole, false);
        if (text.Length == Chunk)
            return (Chunk, true);
        return (takesRest(log.Mark.Offset + text.Length) ? text.Length : 0, false);
    }

    private static FollowedPiece Piece(FollowedLog log, ReadOnlySpan<byte> text, bool isLong, LogMark mark)
    {
        var after = log with
        {
            Mark = mark,
            Lines = log.Lines + text.Count((byte)'\n'),
            HasText = log.HasText || !NpsLogEnd.IsHeadingOnly(text),
            IsInLongLine = isLong && text[^1] != '\n',
        };
        return new(after, isLong ? [] : text.ToArray(), log.Lines, isLong && !log.IsInLongLine ? text.Length : 0);
    }

    private static byte[] Head(byte[] before, ReadOnlySpan<byte> text) => before.Length >= LogMark.Span ? before : [.. before, .. text[..Math.Min(text.Length, LogMark.Span - before.Length)]];

    private static byte[] Tail(byte[] before, ReadOnlySpan<byte> text)
    {
        if (text.Length >= LogMark.Span)
            return text[^LogMark.Span..].ToArray();
        var kept = Math.Min(before.Length, LogMark.Span - text.Length);
        return [.. before.AsSpan(before.Length - kept), .. text];
    }
}
