namespace Aovpn.Reports.Text;

/// <summary>Writes wrapped, indented, coloured lines.</summary>
internal sealed class TextPage(TextWriter output, ReportOptions options)
{
    public int Width => options.Width;

    public void Blank() => output.WriteLine();

    public void Line(string text, TextStyle style = TextStyle.Plain) => output.WriteLine(Styled(text, style).TrimEnd());

    /// <summary>A label, then text that wraps below its own beginning.</summary>
    public void Hanging(string label, string text, TextStyle labelStyle = TextStyle.Plain)
    {
        var indent = DisplayWidth.Of(label);
        var first = true;
        foreach (var line in DisplayWidth.Wrap(text, Width - indent))
        {
            output.WriteLine((first ? Styled(label, labelStyle) : new string(' ', indent)) + line);
            first = false;
        }

        if (first)
            output.WriteLine(Styled(label, labelStyle).TrimEnd());
    }

    public void Wrapped(int indent, string text) => Hanging(new string(' ', indent), text);

    /// <summary>To be pasted: never wrapped.</summary>
    public void Command(int indent, string command)
    {
        foreach (var line in command.ReplaceLineEndings("\n").TrimEnd().Split('\n'))
            output.WriteLine(new string(' ', indent) + Styled(line, TextStyle.Command));
    }

    public string Styled(string text, TextStyle style)
    {
        if (!options.Colour || style is TextStyle.Plain || text.Length == 0)
            return text;
        var code = style switch
        {
            TextStyle.Good => "32",
            TextStyle.Bad => "31",
            TextStyle.Doubt => "33",
            TextStyle.Faint => "2",
            TextStyle.Title => "1",
            _ => "36",
        };
        return $"\e[{code}m{text}\e[0m";
    }
}
