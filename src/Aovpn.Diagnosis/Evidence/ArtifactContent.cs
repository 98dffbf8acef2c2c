using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>An artifact with its bytes, as the front door hands it in. Reading it twice gives the same bytes.</summary>
/// <param name="head">The first bytes, at most <see cref="HeadLength"/>.</param>
/// <param name="length">Bytes in all; -1 when not known before the end (standard input too long to keep).</param>
/// <param name="open">Opens the bytes from the start.</param>
public sealed class ArtifactContent(Artifact artifact, ReadOnlyMemory<byte> head, long length, Func<Stream> open)
{
    public const int HeadLength = 64 * 1024;

    /// <summary>Buffers of this size stay out of the heap of large objects, whose every growth has all of the heap collected.</summary>
    private const int TextBuffer = 16 * 1024;

    private readonly Dictionary<Delegate, object?> _judged = [];
    private string? _headText;

    public Artifact Artifact => artifact;

    public ReadOnlyMemory<byte> Head => head;

    public long Length => length;

    /// <summary>Encoding by byte order mark, else by what the bytes look like (<see cref="TextEncoding"/>); null for binary.</summary>
    public Encoding? Encoding { get; } = TextEncoding.Detect(head.Span);

    /// <summary>The head as text; empty for binary.</summary>
    public string HeadText => _headText ??= Encoding is null ? "" : TextEncoding.Decode(head.Span, Encoding);

    /// <summary>Lines from the beginning of the head, each up to its LF; the last one may go on behind the head.</summary>
    /// <param name="most">How many at most.</param>
    public List<string> FirstLines(int most)
    {
        var lines = new List<string>(most);
        foreach (var range in HeadText.AsSpan().Split('\n'))
        {
            if (lines.Count == most)
                break;
            lines.Add(HeadText[range]);
        }

        return lines;
    }

    /// <summary>All bytes, where they are in memory; null where they are streamed.</summary>
    public ReadOnlyMemory<byte>? Whole { get; private init; }

    /// <summary>The entries of a transcript that this program wrote a moment ago, one for each line; null where lines are all there is.</summary>
    public ImmutableArray<TranscriptEntry>? Entries { get; private init; }

    /// <summary>What several readers ask of the same content, worked out when the first of them asks.</summary>
    /// <param name="judge">A static method: it is the name under which the answer is kept.</param>
    internal T Judged<T>(Func<ArtifactContent, T> judge)
    {
        if (!_judged.TryGetValue(judge, out var known))
            _judged[judge] = known = judge(this);
        return (T)known!;
    }

    public Stream Open() => open();

    /// <exception cref="InvalidOperationException">The artifact is binary.</exception>
    public TextReader OpenText() =>
        new StreamReader(Open(), Encoding ?? throw new InvalidOperationException("binary"), detectEncodingFromByteOrderMarks: true, TextBuffer);

    public static ArtifactContent Of(Artifact artifact, byte[] bytes) => Of(artifact, new ArraySegment<byte>(bytes));

    public static ArtifactContent Of(Artifact artifact, ArraySegment<byte> bytes) => Of(artifact, bytes, entries: null);

    public static ArtifactContent Of(Artifact artifact, string text) => Of(artifact, System.Text.Encoding.UTF8.GetBytes(text));

    /// <param name="entries"><see cref="Entries"/>.</param>
    public static ArtifactContent Of(Artifact artifact, ArraySegment<byte> bytes, ImmutableArray<TranscriptEntry>? entries) =>
        new(artifact, bytes.AsMemory(0, Math.Min(bytes.Count, HeadLength)), bytes.Count, () => new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false))
        {
            Whole = bytes,
            Entries = entries,
        };
}
