namespace Aovpn.Codecs.Nps;

/// <summary>A part of a log that can be read by itself: it begins and ends between records.</summary>
internal sealed class NpsWindow
{
    public byte[] Bytes { get; set; } = [];

    public int Length { get; set; }

    /// <summary>Of the first byte in the log.</summary>
    public long Offset { get; set; }

    /// <summary>Of the first byte, from 1.</summary>
    public long Line { get; set; }

    /// <summary>NUL bytes in the log before the first byte.</summary>
    public long NulsBefore { get; set; }

    /// <summary>The last line is cut by NUL bytes.</summary>
    public bool EndsAtNul { get; set; }

    /// <summary>Bytes of a line that was skipped for its length and stood where the window's text would; 0 where there is none.</summary>
    public long TooLong { get; set; }
}
