using System.Text;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// The value of a label in an error (<c>+ CategoryInfo : ...</c>), with the lines it was wrapped onto. The console breaks these lines
/// anywhere, so pieces join without a space unless the line ends or begins with one.
/// </summary>
internal sealed class WrappedValue
{
    private const int MostLines = 6;

    public WrappedValue(EvidenceText text, int line)
    {
        var value = new StringBuilder(text[line][(text[line].IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart());
        Last = line;
        while (Last < text.Lines.Length && Last - line < MostLines && Continues(text[Last + 1]))
        {
            Last++;
            value.Append(text[Last].TrimStart());
        }

        Value = value.ToString().Trim();
    }

    public string Value { get; }

    public int Last { get; }

    /// <summary>
    /// Continuation is indented; a line cut by the console itself is not, and is then the rest of a class name or an identifier, which
    /// holds no space.
    /// </summary>
    private static bool Continues(string line) =>
        !string.IsNullOrWhiteSpace(line) && !line.TrimStart().StartsWith('+') && PromptLine.Parse(line) is null
        && (char.IsWhiteSpace(line[0]) || !line.TrimEnd().Contains(' '));
}
