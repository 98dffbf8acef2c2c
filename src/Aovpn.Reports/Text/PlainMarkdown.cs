namespace Aovpn.Reports.Text;

/// <summary>The little Markdown that pages use, for a terminal: paragraphs and list items wrap, fenced lines are commands.</summary>
internal static class PlainMarkdown
{
    public static IEnumerable<(string Text, bool IsCommand)> Lines(string markdown)
    {
        var paragraph = new List<string>();
        var fenced = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var trimmed = line.Trim();
            var isFence = trimmed.StartsWith("```", StringComparison.Ordinal);
            var isItem = trimmed.StartsWith("- ", StringComparison.Ordinal) || trimmed.StartsWith("* ", StringComparison.Ordinal);
            if ((isFence || fenced || isItem || trimmed.Length == 0) && paragraph.Count > 0)
            {
                yield return (Words(paragraph), false);
                paragraph.Clear();
            }

            if (isFence)
                fenced = !fenced;
            else if (fenced)
                yield return (line, true);
            else if (trimmed.Length > 0)
                paragraph.Add(trimmed);
        }

        if (paragraph.Count > 0)
            yield return (Words(paragraph), false);
    }

    private static string Words(List<string> paragraph) => string.Join(' ', paragraph).Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);
}
