namespace Aovpn.Codecs.Nps;

/// <summary>
/// Reads NPS accounting logs of any length in fixed memory: database-compatible, IAS and DTS Compliant, which is told from each line. What
/// is no record is handed out as <see cref="NpsDamage"/>, and reading goes on behind it.
/// </summary>
public static class NpsLog
{
    /// <summary>Bytes that a record may have.</summary>
    public const int MaxRecord = 1024 * 1024;

    /// <summary>Records and damaged places in the order of the log. Blank lines, rows of column names and a root element are neither.</summary>
    /// <param name="log">ASCII-compatible bytes: UTF-8 or any ANSI code page, with or without byte order mark.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static IEnumerable<NpsLogEntry> Read(Stream log)
    {
        var cursor = new NpsCursor(log);
        while (cursor.MoveNext())
            yield return cursor.Damage ?? (NpsLogEntry)cursor.Row.ToRecord();
    }
}
