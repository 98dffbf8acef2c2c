using System.Text;

namespace Aovpn.Tests.Docs;

/// <summary>Markdown as the generated pages have it: lines that end with LF, the hint who wrote them at the end.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    public MarkdownText Line(string line = "")
    {
        _text.Append(line).Append('\n');
        return this;
    }

    public MarkdownText Row(params ReadOnlySpan<string?> cells)
    {
        _text.Append('|');
        foreach (var cell in cells)
            _text.Append(' ').Append((cell ?? "").Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ")).Append(" |");
        _text.Append('\n');
        return this;
    }

    public MarkdownText Head(params ReadOnlySpan<string> cells)
    {
        Row(cells!);
        return Line($"|{string.Concat(Enumerable.Repeat(" --- |", cells.Length))}");
    }

    public MarkdownText Section(string heading, string text) => text.Trim().Length == 0 ? this : Line().Line($"## {heading}").Line().Line(text.ReplaceLineEndings("\n").Trim());

    public string Signed(string source) => _text.Append($"\n<sub>Written by `dotnet run dev.cs -- docs` from {source}.</sub>\n").ToString();
}
