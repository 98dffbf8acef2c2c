namespace Aovpn.Intake;

/// <summary>How much is taken in before it is refused with a sentence. Evidence comes from strangers.</summary>
public sealed record IntakeLimits
{
    public static readonly IntakeLimits Default = new();

    /// <summary>Artifacts up to this many bytes are read into memory once; longer ones are streamed.</summary>
    public long KeptInMemory { get; init; } = 64L << 20;

    /// <summary>Bytes of standard input, which is kept in a temporary file.</summary>
    public long StandardInput { get; init; } = 4L << 30;

    /// <summary>Bytes that one archive may expand to, archives inside of it included.</summary>
    public long Expanded { get; init; } = 1L << 30;

    /// <summary>Expanded bytes for one compressed byte; deflate cannot do more than 1032, logs seldom do 100.</summary>
    public int Ratio { get; init; } = 250;

    /// <summary>The ratio says nothing about entries that stay below this many bytes.</summary>
    public long RatioFrom { get; init; } = 16L << 20;

    /// <summary>Entries of one archive.</summary>
    public int Entries { get; init; } = 100_000;

    /// <summary>Bytes of an archive's table of contents, which is held in memory.</summary>
    public long TableOfContents { get; init; } = 64L << 20;

    /// <summary>Folders within folders.</summary>
    public int FolderDepth { get; init; } = 100;

    /// <summary>Archives within archives, the outermost being 1.</summary>
    public int Depth { get; init; } = 3;
}
