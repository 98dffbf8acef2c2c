using Aovpn.Diagnosis.Evidence.PowerShell;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Puts XML together that a console has wrapped at its width, inside tags and words. Whether a break stands for a space is
/// decided by the grammar: between a tag's name and its attributes, and between attributes, there must be one; inside names,
/// attribute values and end tags there is none; in the text of elements that can hold spaces the length of the line tells
/// (<see cref="Property.LostSpace"/>), or the value itself where it is known.
/// </summary>
internal static class WrappedMarkup
{
    /// <summary>Elements whose text may hold spaces; the others hold words, numbers and lists, or hexadecimal where spaces do not matter.</summary>
    private static readonly string[] FreeText = ["EKUName", "ProfileName", "Id", "CustomConfiguration", "Claims"];

    private const string ConditionalAccess = "AAD Conditional Access";

    public static MappedText Join(Property value)
    {
        var joined = new MappedText.Builder();
        var state = new State();
        for (var index = 0; index < value.Pieces.Count; index++)
        {
            var (raw, line, _) = value.Pieces[index];
            var piece = raw.TrimEnd();
            if (index > 0 && state.NeedsSpace(piece, value, index - 1))
            {
                joined.Append(" ", value.Pieces[index - 1].Line);
                state.Follow(" ");
            }

            joined.Append(piece, line);
            state.Follow(piece);
        }

        return joined.Build();
    }

    private sealed class State
    {
        private const int LongestTag = 2_000;

        /// <summary>The tag that is open, or the text since the last tag.</summary>
        private string _current = "";

        private string _element = "";
        private bool _inTag;

        public void Follow(string piece)
        {
            while (piece.Length > 0)
            {
                var end = piece.IndexOf(_inTag ? '>' : '<', StringComparison.Ordinal);
                if (end < 0)
                {
                    if (_current.Length < LongestTag)
                        _current += piece;
                    return;
                }

                if (_inTag)
                    _element = string.Concat((_current + piece[..end]).TakeWhile(Markup.IsName));
                _current = "";
                _inTag = !_inTag;
                piece = piece[(end + 1)..];
            }
        }

        public bool NeedsSpace(string next, Property value, int piece)
        {
            if (_inTag)
                return NeedsSpaceInTag(next);
            if (_current.Length == 0 || next.StartsWith('<') || !FreeText.Contains(_element, StringComparer.OrdinalIgnoreCase))
                return false;

            var together = _current.TrimStart() + " ";
            if (ConditionalAccess.StartsWith(together, StringComparison.OrdinalIgnoreCase))
                return true;
            return !ConditionalAccess.StartsWith(_current.TrimStart(), StringComparison.OrdinalIgnoreCase) && value.LostSpace(piece);
        }

        private bool NeedsSpaceInTag(string next)
        {
            if (_current.StartsWith('/') || _current.Count(letter => letter == '"') % 2 == 1 || _current.EndsWith(' '))
                return false;
            return (!_current.Contains(' ') || _current.EndsWith('"')) && BeginsAttribute(next);
        }

        private static bool BeginsAttribute(string text)
        {
            var end = 0;
            while (end < text.Length && Markup.IsName(text[end]))
                end++;
            return end > 0 && end < text.Length && text[end] == '=';
        }
    }
}
