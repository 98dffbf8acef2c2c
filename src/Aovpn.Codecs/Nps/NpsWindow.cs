namespace Aovpn.Codecs.Nps;

/// <summary>A part of a log that can be read by itself: it begins and ends between records.</summary>
internal sealed class NpsWindow
{
    public byte[] Bytes { get; set; } = [];

    public int Length { get; set; }

    /// <summary>Of the first byte in the log.</summary>
    public long Offset { get; set; }

    /// <summary>Of the first byte, from 1; where <see cref="Counts"/> are kept, behind <see cref="LinesBefore"/> lines.</summary>
    public long Line { get; set; }

    /// <summary>Lines of all windows, where they are known only when they were read; null where they are counted before.</summary>
    public NpsLineCounts? Counts { get; init; }

    /// <summary>From 0, in the order of the log.</summary>
    public long Number { get; set; }

    /// <summary>Lines of which <see cref="Line"/> knows nothing. Waits for those who read them.</summary>
    public long LinesBefore => Counts?.Before(Number) ?? 0;

    /// <summary>NUL bytes in the log before the first byte.</summary>
    public long NulsBefore { get; set; }

    /// <summary>The last line is cut by NUL bytes.</summary>
    public bool EndsAtNul { get; set; }

    /// <summary>Line feeds that were skipped with <see cref="TooLong"/> bytes.</summary>
    public int LinesSkipped { get; set; }

    /// <summary>Bytes of a line that was skipped for its length and stood where the window's text would; 0 where there is none.</summary>
    public long TooLong { get; set; }
}
