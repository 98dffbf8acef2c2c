using System.Text;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>An artifact with its bytes, as the front door hands it in. Reading it twice gives the same bytes.</summary>
/// <param name="head">The first bytes, at most <see cref="HeadLength"/>.</param>
/// <param name="length">Bytes in all; -1 when not known before the end (standard input too long to keep).</param>
/// <param name="open">Opens the bytes from the start.</param>
public sealed class ArtifactContent(Artifact artifact, ReadOnlyMemory<byte> head, long length, Func<Stream> open)
{
    public const int HeadLength = 64 * 1024;

    private const int TextBuffer = 64 * 1024;

    private string? _headText;

    public Artifact Artifact => artifact;

    public ReadOnlyMemory<byte> Head => head;

    public long Length => length;

    /// <summary>Encoding by byte order mark, else by what the bytes look like (<see cref="TextEncoding"/>); null for binary.</summary>
    public Encoding? Encoding { get; } = TextEncoding.Detect(head.Span);

    /// <summary>The head as text; empty for binary.</summary>
    public string HeadText => _headText ??= Encoding is null ? "" : TextEncoding.Decode(head.Span, Encoding);

    public Stream Open() => open();

    /// <exception cref="InvalidOperationException">The artifact is binary.</exception>
    public TextReader OpenText() =>
        new StreamReader(Open(), Encoding ?? throw new InvalidOperationException("binary"), detectEncodingFromByteOrderMarks: true, TextBuffer);

    public static ArtifactContent Of(Artifact artifact, byte[] bytes) => new(
        artifact, bytes.AsMemory(0, Math.Min(bytes.Length, HeadLength)), bytes.Length, () => new MemoryStream(bytes, writable: false));

    public static ArtifactContent Of(Artifact artifact, string text) => Of(artifact, System.Text.Encoding.UTF8.GetBytes(text));
}
