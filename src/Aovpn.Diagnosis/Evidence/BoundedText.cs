using System.Collections.Immutable;
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
        var overlap = search.Longest;
        var buffer = new char[overlap + Piece];
        var (held, kept) = (0, 0);
        var lines = new LineCount();

        using var text = content.OpenText();
        while (lines.Characters < MaxCharacters && lines.Lines < MaxLines && text.Read(buffer, held, Piece) is > 0 and var count)
        {
            lines.Take(buffer.AsSpan(held, count));
            sight.Look(buffer.AsSpan(0, held + count));
            kept = Math.Min(overlap, held + count);
            buffer.AsSpan(held + count - kept, kept).CopyTo(buffer);
            held = kept;
        }

        return (sight, Cut(content, lines));
    }

    /// <param name="most">Characters after which no further line is loaded.</param>
    public static EvidenceText Load(ArtifactContent content, Provenance provenance, long most = long.MaxValue)
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

        public void Take(ReadOnlySpan<char> piece)
        {
            Characters += piece.Length;
            if (_carriageReturn && piece[0] == '\n')
                piece = piece[1..];
            _carriageReturn = false;
            while (piece.IndexOfAny('\r', '\n') is >= 0 and var end)
            {
                Grow(end);
                (_open, Lines) = (0, Lines + 1);
                var isPair = piece[end] == '\r' && end + 1 < piece.Length && piece[end + 1] == '\n';
                _carriageReturn = piece[end] == '\r' && end + 1 == piece.Length;
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
