using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>A text put together from pieces of an artifact's lines, which knows of every character the line it came from.</summary>
internal sealed class MappedText
{
    private readonly ImmutableArray<int> _offsets;
    private readonly ImmutableArray<int> _lines;

    private MappedText(string text, ImmutableArray<int> offsets, ImmutableArray<int> lines) => (Text, _offsets, _lines) = (text, offsets, lines);

    public string Text { get; }

    /// <summary>Lines as they are, joined by line feeds.</summary>
    public static MappedText Of(EvidenceText text, int first, int last)
    {
        var builder = new Builder();
        for (var line = first; line <= last; line++)
            builder.Append(text[line], line).Append("\n", line);
        return builder.Build();
    }

    /// <summary>The number of the line, from 1, that the character came from.</summary>
    public int LineAt(int offset)
    {
        if (_lines.IsEmpty)
            return 1;
        var found = _offsets.BinarySearch(offset);
        return _lines[found >= 0 ? found : Math.Max(~found - 1, 0)];
    }

    /// <summary>From a character on.</summary>
    public MappedText From(int offset)
    {
        var builder = new Builder();
        var first = _offsets.BinarySearch(offset);
        first = Math.Max(first >= 0 ? first : ~first - 1, 0);
        for (var piece = first; piece < _offsets.Length; piece++)
        {
            var start = Math.Max(_offsets[piece], offset);
            var end = piece + 1 < _offsets.Length ? _offsets[piece + 1] : Text.Length;
            builder.Append(Text.AsSpan(start..end), _lines[piece]);
        }

        return builder.Build();
    }

    /// <summary>The same with one level of XML escapes taken off: <c>&amp;lt;VPNProfile&amp;gt;</c> as SyncML and scripts carry it.</summary>
    public MappedText Unescaped()
    {
        var builder = new Builder();
        for (var piece = 0; piece < _offsets.Length; piece++)
        {
            var end = piece + 1 < _offsets.Length ? _offsets[piece + 1] : Text.Length;
            builder.Append(Markup.Decode(Text.AsSpan(_offsets[piece]..end)), _lines[piece]);
        }

        return builder.Build();
    }

    internal sealed class Builder
    {
        private readonly StringBuilder _text = new();
        private readonly ImmutableArray<int>.Builder _offsets = ImmutableArray.CreateBuilder<int>();
        private readonly ImmutableArray<int>.Builder _lines = ImmutableArray.CreateBuilder<int>();

        public int Length => _text.Length;

        /// <param name="line">The line the piece came from.</param>
        public Builder Append(ReadOnlySpan<char> piece, int line)
        {
            if (piece.IsEmpty)
                return this;
            if (_lines.Count == 0 || _lines[^1] != line)
            {
                _offsets.Add(_text.Length);
                _lines.Add(line);
            }

            _text.Append(piece);
            return this;
        }

        public MappedText Build() => new(_text.ToString(), _offsets.ToImmutable(), _lines.ToImmutable());
    }
}
