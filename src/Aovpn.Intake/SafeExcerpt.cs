using System.Globalization;
using System.Text;
using Aovpn.Diagnosis.Evidence.Secrets;

namespace Aovpn.Intake;

/// <summary>A line of evidence fit to be shown: short, without terminal control, without secrets.</summary>
public static class SafeExcerpt
{
    /// <summary>Characters of a line.</summary>
    public const int Longest = 200;

    public static string Of(string line)
    {
        var shown = new StringBuilder();
        foreach (var letter in new SecretBlanker().Line(line.Trim()))
        {
            if (shown.Length >= Longest)
            {
                shown.Append('…');
                break;
            }

            if (letter == '\t')
                shown.Append(' ');
            else if (char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format)
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}");
            else
                shown.Append(letter);
        }

        return shown.ToString();
    }
}
