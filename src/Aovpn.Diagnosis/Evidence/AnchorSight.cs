using System.Buffers;
using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>The anchors that stand in one text, gathered while it passes by.</summary>
internal sealed class AnchorSight(AnchorSearch search)
{
    private readonly bool[] _seen = new bool[search.Literals.Length];
    private ImmutableArray<(int Number, string Literal, int Offset)> _short = [.. search.Short.Select(number => (number, search.Literals[number], Rarest(search.Literals[number])))];
    private SearchValues<char>? _rare = RareOf(search.Short.Select(number => (search.Literals[number], Rarest(search.Literals[number]))));

    /// <param name="piece">Of the text; pieces that follow each other overlap by the longest anchor.</param>
    public void Look(ReadOnlySpan<char> piece)
    {
        LookForShort(piece);
        if (!search.HasLong)
            return;
        for (var at = AnchorSearch.Window - AnchorSearch.Block; at + AnchorSearch.Block <= piece.Length;)
        {
            var skip = search.Skip(piece[at..]);
            if (skip == 0)
            {
                search.Note(piece, at, _seen);
                skip = 1;
            }

            at += skip;
        }
    }

    /// <summary>Looks at a part of a text of ASCII alone.</summary>
    public void Look(ReadOnlySpan<byte> text, int from, int to) => search.Note(text, from, to, _seen);

    /// <summary>Whether a reader with these anchors may find anything.</summary>
    public bool Wakes(Anchors anchors)
    {
        foreach (var literal in anchors.Literals)
        {
            if (_seen[search.NumberOf(literal)])
                return true;
        }

        return false;
    }

    private void LookForShort(ReadOnlySpan<char> piece)
    {
        for (var at = 0; _rare is { } rare && piece[at..].IndexOfAny(rare) is >= 0 and var next; at++)
        {
            at += next;
            var isNews = false;
            foreach (var (number, literal, offset) in _short)
            {
                if (at >= offset && Same(literal[offset], piece[at]) && piece[(at - offset)..].StartsWith(literal, StringComparison.OrdinalIgnoreCase))
                    isNews = _seen[number] = true;
            }

            if (!isNews)
                continue;
            _short = _short.RemoveAll(one => _seen[one.Number]);
            _rare = RareOf(_short.Select(one => (one.Literal, one.Offset)));
        }
    }

    private static SearchValues<char>? RareOf(IEnumerable<(string Literal, int Offset)> literals)
    {
        char[] rare = [.. literals.SelectMany(one => new[] { char.ToLowerInvariant(one.Literal[one.Offset]), char.ToUpperInvariant(one.Literal[one.Offset]) })];
        return rare.Length == 0 ? null : SearchValues.Create(rare);
    }

    private static bool Same(char one, char other) => one == other || char.ToUpperInvariant(one) == char.ToUpperInvariant(other);

    /// <summary>A mark rather than a letter or a blank.</summary>
    private static int Rarest(string literal)
    {
        for (var at = 0; at < literal.Length; at++)
        {
            if (!char.IsLetterOrDigit(literal[at]) && !char.IsWhiteSpace(literal[at]))
                return at;
        }

        return 0;
    }
}
