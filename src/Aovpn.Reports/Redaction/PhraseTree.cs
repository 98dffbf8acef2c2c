using System.Text;

namespace Aovpn.Reports.Redaction;

/// <summary>
/// Names of more than one word, in a tree of their words and marks: a text is gone through once, however many names there are, and at each place the longest
/// name counts.
/// </summary>
internal sealed class PhraseTree
{
    private readonly Node _root = new();

    /// <summary>How often a piece of a text was looked up: what the work grows with.</summary>
    public long Steps { get; private set; }

    /// <summary>The first invented name of a phrase stays.</summary>
    public void Add(string phrase, string invented)
    {
        var node = _root;
        for (var at = 0; at < phrase.Length;)
        {
            var end = End(phrase, at);
            node = node.Below(phrase[at..end]);
            at = end;
        }

        node.Invented ??= invented;
    }

    /// <summary>Every phrase that stands in the text as words of its own, replaced; upper and lower case are alike.</summary>
    public string Replace(string text)
    {
        if (_root.IsLeaf)
            return text;
        StringBuilder? replaced = null;
        var done = 0;
        for (var at = 0; at < text.Length;)
        {
            if (Longest(text, at) is not var (invented, end))
            {
                at = End(text, at);
                continue;
            }

            (replaced ??= new()).Append(text, done, at - done).Append(invented);
            (at, done) = (end, end);
        }

        return replaced is null ? text : replaced.Append(text, done, text.Length - done).ToString();
    }

    private (string Invented, int End)? Longest(string text, int start)
    {
        (string, int)? longest = null;
        var node = _root;
        for (var at = start; at < text.Length;)
        {
            var end = End(text, at);
            Steps++;
            if (node.Next(text.AsSpan(at, end - at)) is not { } next)
                break;
            (node, at) = (next, end);
            if (node.Invented is { } invented)
                longest = (invented, at);
        }

        return longest;
    }

    /// <summary>Of a run of letters and digits, or of one mark.</summary>
    private static int End(string text, int at)
    {
        var end = at + 1;
        if (!char.IsLetterOrDigit(text[at]))
            return end;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return end;
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _below = new(StringComparer.OrdinalIgnoreCase);

        public string? Invented { get; set; }

        public bool IsLeaf => _below.Count == 0;

        public Node Below(string piece)
        {
            if (!_below.TryGetValue(piece, out var node))
                _below[piece] = node = new();
            return node;
        }

        public Node? Next(ReadOnlySpan<char> piece) => _below.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(piece, out var node) ? node : null;
    }
}
