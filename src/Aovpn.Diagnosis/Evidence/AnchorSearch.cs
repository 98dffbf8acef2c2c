using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>
/// Seeks the anchors of all readers at once: long ones by their rarest letters with a table of how far the text may be skipped (Wu and Manber, A Fast
/// Algorithm for Multi-Pattern Searching, 1994), short ones by their rarest character. Texts of ASCII are looked through as bytes, for four letters of each anchor (<see cref="AnchorGrams"/>).
/// </summary>
/// <remarks>The base library's own search for many strings is made for fewer of them, and of one case: it looked at each letter of prose a dozen times.</remarks>
internal sealed class AnchorSearch
{
    /// <summary>Letters of an anchor that the table knows.</summary>
    public const int Window = 4;

    /// <summary>Letters by which the table is asked.</summary>
    public const int Block = 3;

    private const int ClassBits = 5;
    private const int Commonest = 26;

    private static readonly byte[] Classes = [.. Enumerable.Range(0, 128).Select(letter => ClassOf((char)letter))];

    private readonly byte[] _skips = new byte[1 << (ClassBits * Block)];
    private readonly (int Literal, int Offset)[][] _byBlock = new (int, int)[1 << (ClassBits * Block)][];
    private readonly AnchorGrams _grams;
    private readonly FrozenDictionary<string, int> _numbers;

    /// <summary>Of each anchor, what its line must be like besides; none where it decides alone.</summary>
    private readonly ImmutableArray<Func<ReadOnlySpan<char>, bool>>[] _lines;

    public AnchorSearch(IEnumerable<Anchors> all)
    {
        ImmutableArray<Anchors> anchors = [.. all];
        Literals = [.. anchors.SelectMany(one => one.Literals).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        _numbers = Literals.Select((literal, number) => (literal, number)).ToFrozenDictionary(one => one.literal, one => one.number, StringComparer.OrdinalIgnoreCase);
        var tests = anchors.SelectMany(one => one.Literals.Select(literal => (literal, one.Line))).ToLookup(one => one.literal, one => one.Line, StringComparer.OrdinalIgnoreCase);
        _lines = [.. Literals.Select(literal => tests[literal].All(test => test is not null) ? [.. tests[literal].Select(test => test!)] : ImmutableArray<Func<ReadOnlySpan<char>, bool>>.Empty)];
        Longest = Literals.Select(literal => literal.Length).DefaultIfEmpty(1).Max();
        HasLong = Longest >= Window;
        Short = [.. Numbers(literal => literal.Length < Window)];
        ShortAscii = [.. Short.Where(number => Ascii.IsValid(Literals[number])).Select(number => (number, Encoding.ASCII.GetBytes(Literals[number]), Literals[number].Any(char.IsAsciiLetter)))];
        ImmutableArray<int> longOnes = [.. Numbers(literal => literal.Length >= Window)];
        _grams = new(longOnes.Where(number => Ascii.IsValid(Literals[number])).Select(number => (number, Literals[number], Rarest(Literals[number]))));
        Array.Fill(_skips, (byte)(Window - Block + 1));
        foreach (var number in longOnes)
            Add(number);

        IEnumerable<int> Numbers(Func<string, bool> which) => Enumerable.Range(0, Literals.Length).Where(number => which(Literals[number]));
    }

    /// <summary>All anchors, by their numbers.</summary>
    public ImmutableArray<string> Literals { get; }

    /// <summary>Characters of the longest anchor.</summary>
    public int Longest { get; }

    /// <summary>Anchors that are shorter than the table's window.</summary>
    public ImmutableArray<int> Short { get; }

    /// <summary>Those of ASCII.</summary>
    public ImmutableArray<(int Literal, byte[] Bytes, bool HasLetters)> ShortAscii { get; }

    public bool HasLong { get; }

    /// <summary>An anchor's number.</summary>
    public int NumberOf(string literal) => _numbers[literal];

    /// <summary>How far the text may be skipped from a block; 0 where an anchor may end its window.</summary>
    public int Skip(ReadOnlySpan<char> block) => _skips[Index(block)];

    /// <summary>Notes which of the long anchors stand where their last block was met.</summary>
    /// <param name="at">Where the block begins in the text.</param>
    /// <param name="seen">By the numbers of anchors.</param>
    public void Note(ReadOnlySpan<char> text, int at, bool[] seen)
    {
        foreach (var (literal, offset) in _byBlock[Index(text[at..])])
        {
            if (!seen[literal] && at >= offset && text[(at - offset)..].StartsWith(Literals[literal], StringComparison.OrdinalIgnoreCase))
                seen[literal] = true;
        }
    }

    /// <summary>Notes the anchors in a part of a text of ASCII alone.</summary>
    public void Note(ReadOnlySpan<byte> text, int from, int to, bool[] seen)
    {
        foreach (var (literal, bytes, hasLetters) in ShortAscii)
        {
            for (var at = from; !seen[literal] && Next(text[at..to], Literals[literal], bytes, hasLetters) is >= 0 and var next; at += next + 1)
                NoteIn(text, at + next, literal, seen);
        }

        for (var at = from; _grams.Next(text, at, to) is >= 0 and var met; at = met + AnchorGrams.Step)
        {
            foreach (var (literal, offset) in _grams.At(text, met))
            {
                var start = met - offset;
                if (!seen[literal] && start >= 0 && IsAt(text, start, Literals[literal]))
                    NoteIn(text, met, literal, seen);
            }
        }
    }

    private static bool IsAt(ReadOnlySpan<byte> text, int start, string literal) =>
        text.Length - start >= literal.Length && Ascii.EqualsIgnoreCase(text.Slice(start, literal.Length), literal);

    /// <summary>Marks are compared as they are; what has letters is sought by its first.</summary>
    private static int Next(ReadOnlySpan<byte> text, string literal, byte[] bytes, bool hasLetters)
    {
        if (!hasLetters)
            return text.IndexOf(bytes);
        for (var at = 0; text[at..].IndexOfAny((byte)char.ToLowerInvariant(literal[0]), (byte)char.ToUpperInvariant(literal[0])) is >= 0 and var next; at++)
        {
            at += next;
            if (IsAt(text, at, literal))
                return at;
        }

        return -1;
    }

    private void NoteIn(ReadOnlySpan<byte> text, int at, int literal, bool[] seen)
    {
        const int LongestLine = 512;
        if (_lines[literal] is { IsEmpty: false } tests)
        {
            var start = text[..at].LastIndexOfAny((byte)'\r', (byte)'\n') + 1;
            var end = text[at..].IndexOfAny((byte)'\r', (byte)'\n');
            var line = text[start..(end < 0 ? text.Length : at + end)];
            Span<char> letters = stackalloc char[LongestLine];
            if (line.Length <= LongestLine)
            {
                Encoding.ASCII.GetChars(line, letters);
                var isNone = true;
                foreach (var mayBegin in tests)
                    isNone &= !mayBegin(letters[..line.Length]);
                if (isNone)
                    return;
            }
        }

        seen[literal] = true;
    }

    private void Add(int number)
    {
        var literal = Literals[number];
        var window = Rarest(literal);
        for (var back = 0; back + Block <= Window; back++)
        {
            var index = Index(literal.AsSpan(window + Window - Block - back));
            _skips[index] = (byte)Math.Min(_skips[index], back);
        }

        var end = window + Window - Block;
        var last = Index(literal.AsSpan(end));
        _byBlock[last] = [.. _byBlock[last] ?? [], (number, end)];
    }

    /// <summary>Where the letters stand by which a long anchor is sought.</summary>
    private static int Rarest(string literal) => Enumerable.Range(0, literal.Length - Window + 1).MinBy(start => Enumerable.Range(start, Window).Sum(at => Commonness(literal[at])));

    private static int Index(ReadOnlySpan<char> block) => Class(block[0]) << (2 * ClassBits) | Class(block[1]) << ClassBits | Class(block[2]);

    private static int Class(char letter) => letter < 128 ? Classes[letter] : 0;

    /// <summary>One class for each letter of both cases, few for all else.</summary>
    private static byte ClassOf(char letter) => (byte)(char.IsAsciiLetter(letter) ? (letter | 0x20) - 'a' + 1 : char.IsAsciiDigit(letter) ? 27 : letter is ' ' ? 28 : letter is '-' or '/' or '.' ? 29 : letter is ':' or '=' or '"' ? 30 : 31);

    /// <summary>Letters that texts of Latin script have often are worth little.</summary>
    private static int Commonness(char letter) => " etaoinsrhldcumfpgwybvkxjqz".IndexOf(char.ToLowerInvariant(letter), StringComparison.Ordinal) is >= 0 and var rank ? Commonest - rank : 2;
}
