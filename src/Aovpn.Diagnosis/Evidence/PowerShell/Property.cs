using System.Text;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>A property of a listing with its value as printed: one piece a line.</summary>
/// <param name="First">Its first line.</param>
/// <param name="Width">Characters of the longest wrapped line of the listing; zero when nothing is wrapped.</param>
internal sealed record Property(string Name, int First, IReadOnlyList<(string Text, int Line, int Length)> Pieces, int Width)
{
    public int Last => Pieces[^1].Line;

    /// <summary>
    /// The value in one piece. PowerShell breaks at a space where the next word fits into a line, so a line that is shorter than the
    /// others lost a space; a line of full width was cut inside a word.
    /// </summary>
    public string Value
    {
        get
        {
            var value = new StringBuilder(Pieces[0].Text.TrimEnd());
            for (var piece = 1; piece < Pieces.Count; piece++)
            {
                if (value.Length > 0 && LostSpace(piece - 1))
                    value.Append(' ');
                value.Append(Pieces[piece].Text.Trim());
            }

            return value.ToString().Trim();
        }
    }

    /// <summary>Whether the break after a piece stands for a space.</summary>
    public bool LostSpace(int piece) => Pieces[piece].Text.EndsWith(',') || Pieces[piece].Text.EndsWith(' ') || Pieces[piece].Length < Width;

    /// <summary>The items of <c>{a, b}</c>; one item without braces; none when empty.</summary>
    public IEnumerable<string> Items => Value.Trim('{', '}').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
