using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>
/// Goes through a text, and loads it into lines, within fixed memory: 48 million characters and 1 million lines in all, 4 million
/// characters in a line. Longer texts are logs, which
/// whole-artifact readers stream; of an unknown one the beginning is read and the rest is said to be unread.
/// </summary>
internal static class BoundedText
{
    public const int MaxCharacters = 48_000_000;
    public const int MaxLines = 1_000_000;
    public const int MaxLine = 4_000_000;

    private const int Piece = 64 * 1024;

    /// <summary>Goes through the text without keeping any of it.</summary>
    /// <returns>The anchors in it, and an <see cref="Unreadable"/> for what is left out; null when all of it is read.</returns>
    public static (AnchorSight Sight, Unreadable? Cut) Survey(ArtifactContent content, AnchorSearch search)
    {
        var sight = new AnchorSight(search);
        if (AsciiOf(content) is { } ascii)
            return (sight, Survey(content, ascii.Span, search.Longest, sight));
        var overlap = search.Longest;
        var buffer = new char[overlap + Piece];
        var (held, kept) = (0, 0);
        var lines = new LineCount();

        using var text = content.OpenText();
        while (lines.Characters < MaxCharacters && lines.Lines < MaxLines && text.Read(buffer, held, Piece) is > 0 and var count)
        {
            lines.Take<char>(buffer.AsSpan(held, count));
            sight.Look(buffer.AsSpan(0, held + count));
            kept = Math.Min(overlap, held + count);
            buffer.AsSpan(held + count - kept, kept).CopyTo(buffer);
            held = kept;
        }

        return (sight, Cut(content, lines));
    }

    /// <summary>The same where every byte is a letter: nothing is decoded.</summary>
    private static Unreadable? Survey(ArtifactContent content, ReadOnlySpan<byte> text, int overlap, AnchorSight sight)
    {
        var lines = new LineCount();
        for (var at = 0; at < text.Length && lines.Characters < MaxCharacters && lines.Lines < MaxLines; at += Piece)
        {
            var end = Math.Min(at + Piece, text.Length);
            lines.Take(text[at..end]);
            sight.Look(text, Math.Max(at - overlap, 0), end);
        }

        return Cut(content, lines);
    }

    /// <summary>All bytes, where they are in memory and each is a letter of ASCII; else null.</summary>
    private static ReadOnlyMemory<byte>? AsciiOf(ArtifactContent content) =>
        content is { Whole: { } whole, Encoding: not UnicodeEncoding } && Ascii.IsValid(whole.Span) ? whole : (ReadOnlyMemory<byte>?)null;

    /// <param name="most">Characters after which no further line is loaded.</param>
    public static EvidenceText Load(ArtifactContent content, Provenance provenance, long most = long.MaxValue) =>
        AsciiOf(content) is { } ascii ? new(content.Artifact, LinesOf(ascii.Span, most), provenance) : Decode(content, provenance, most);

    private static ImmutableArray<string> LinesOf(ReadOnlySpan<byte> text, long most)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var (whole, inLines) = (text.Length, 0L);
        while (!text.IsEmpty && whole - text.Length < MaxCharacters && inLines <= most && lines.Count < MaxLines)
        {
            var end = text.IndexOfAny((byte)'\r', (byte)'\n');
            var line = end < 0 ? text : text[..end];
            inLines += line.Length;
            lines.Add(line.Length <= MaxLine ? Encoding.Latin1.GetString(line) : Encoding.Latin1.GetString(line[..MaxLine]) + "…");
            var isPair = end >= 0 && end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            text = end < 0 ? [] : text[(end + (isPair ? 2 : 1))..];
        }

        return lines.ToImmutable();
    }

    private static EvidenceText Decode(ArtifactContent content, Provenance provenance, long most)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var open = new StringBuilder();
        var buffer = new char[Piece];
        long read = 0;
        var carriageReturn = false;

        using var text = content.OpenText();
        while (read < MaxCharacters && read <= most && lines.Count < MaxLines && text.Read(buffer, 0, buffer.Length) is > 0 and var count)
        {
            read += count;
            ReadOnlySpan<char> rest = buffer.AsSpan(0, count);
            if (carriageReturn && rest[0] == '\n')
                rest = rest[1..];
            carriageReturn = false;
            while (rest.IndexOfAny('\r', '\n') is >= 0 and var end)
            {
                lines.Add(Line(open, rest[..end]));
                var isPair = rest[end] == '\r' && end + 1 < rest.Length && rest[end + 1] == '\n';
                carriageReturn = rest[end] == '\r' && end + 1 == rest.Length;
                rest = rest[(end + (isPair ? 2 : 1))..];
            }

            Keep(open, rest);
        }

        if (open.Length > 0)
            lines.Add(open.ToString());
        return new(content.Artifact, lines.ToImmutable(), provenance);
    }

    private static string Line(StringBuilder open, ReadOnlySpan<char> last)
    {
        if (open.Length == 0 && last.Length <= MaxLine)
            return last.ToString();
        Keep(open, last);
        var line = open.ToString();
        open.Clear();
        return line;
    }

    private static void Keep(StringBuilder open, ReadOnlySpan<char> piece)
    {
        var room = MaxLine - open.Length;
        if (room >= piece.Length)
            open.Append(piece);
        else if (room >= 0)
            open.Append(piece[..room]).Append('…');
    }

    private static Unreadable? Cut(ArtifactContent content, LineCount lines)
    {
        var whole = new Citation(content.Artifact, Locator.All);
        if (lines.Characters >= MaxCharacters || lines.Lines >= MaxLines)
            return new(whole, Message.Of($"only the first {lines.Characters} characters were read: this is none of the logs that are read at any length; split it, or name the part that matters"));
        return lines.TooLong == 0 ? null : new(whole, Message.Of($"{lines.TooLong} lines are longer than {MaxLine} characters and were read up to there"), lines.TooLong);
    }

    /// <summary>Counts lines as <see cref="Load"/> makes them.</summary>
    private sealed class LineCount
    {
        private long _open;
        private bool _carriageReturn;

        public long Characters { get; private set; }

        public int Lines { get; private set; }

        public int TooLong { get; private set; }

        /// <typeparam name="T">Characters, or bytes of ASCII.</typeparam>
        public void Take<T>(ReadOnlySpan<T> piece)
            where T : unmanaged, IBinaryInteger<T>
        {
            var (cr, lf) = (T.CreateTruncating('\r'), T.CreateTruncating('\n'));
            Characters += piece.Length;
            if (_carriageReturn && piece[0] == lf)
                piece = piece[1..];
            _carriageReturn = false;
            while (piece.IndexOfAny(cr, lf) is >= 0 and var end)
            {
                Grow(end);
                (_open, Lines) = (0, Lines + 1);
                var isPair = piece[end] == cr && end + 1 < piece.Length && piece[end + 1] == lf;
                _carriageReturn = piece[end] == cr && end + 1 == piece.Length;
                piece = piece[(end + (isPair ? 2 : 1))..];
            }

            Grow(piece.Length);
        }

        private void Grow(int by)
        {
            TooLong += _open <= MaxLine && _open + by > MaxLine ? 1 : 0;
            _open += by;
        }
    }
}
