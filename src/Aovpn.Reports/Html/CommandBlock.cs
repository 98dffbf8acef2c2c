namespace Aovpn.Reports.Html;

/// <summary>A command to be pasted; the page's script puts a button beside it.</summary>
public static class CommandBlock
{
    public static void Write(HtmlWriter html, string command)
    {
        using (html.Element("pre", ("class", "command")))
            html.Element("code", command.ReplaceLineEndings("\n").TrimEnd());
    }
}
