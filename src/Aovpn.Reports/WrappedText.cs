namespace Aovpn.Reports;

/// <summary>Writes paragraphs, labelled lines and lists, broken at a width. Commands are never broken: they are to be pasted.</summary>
internal sealed class WrappedText(TextWriter output, int width)
{
    public void Blank() => output.WriteLine();

    public void Rule() => output.WriteLine($"{Environment.NewLine}{new string('-', width)}{Environment.NewLine}");

    public void Paragraph(string text, int indent = 0) => Wrap(text, new string(' ', indent), new string(' ', indent));

    /// <summary>A label, and its text in a column beside it.</summary>
    public void Labelled(string label, string text, int indent, int column)
    {
        var first = new string(' ', indent) + (label.Length < column - indent ? label.PadRight(column - indent) : label + "  ");
        Wrap(text, first, new string(' ', column));
    }

    public void Verbatim(string line, int indent) => output.WriteLine(new string(' ', indent) + line);

    /// <summary>The little Markdown that pages use: paragraphs, lists, fenced blocks, emphasis, code.</summary>
    public void Markdown(string text, int indent)
    {
        var fenced = false;
        var paragraph = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush();
                fenced = !fenced;
                continue;
            }

            if (fenced)
            {
                Verbatim(line, indent + 2);
                continue;
            }

            if (line.Length == 0)
            {
                Flush();
                Blank();
                continue;
            }

            if (Marker(line) > 0)
                Flush();
            paragraph.Add(line.Trim());
        }

        Flush();

        void Flush()
        {
            if (paragraph.Count == 0)
                return;
            var joined = string.Join(' ', paragraph);
            var marker = Marker(joined);
            var margin = new string(' ', indent);
            Wrap(Plain(joined[marker..]), margin + joined[..marker], margin + new string(' ', marker));
            paragraph.Clear();
        }
    }

    /// <summary>Characters of a list's marker: "- " or "1. ".</summary>
    private static int Marker(string line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal))
            return 2;
        var dot = line.IndexOf(". ", StringComparison.Ordinal);
        return dot is > 0 and < 3 && line.AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0 ? dot + 2 : 0;
    }

    private static string Plain(string markdown) => markdown.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);

    private void Wrap(string text, string first, string rest)
    {
        var line = first;
        var empty = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line.TrimEnd());
                line = rest;
                empty = true;
            }

            line += empty ? word : " " + word;
            empty = false;
        }

        output.WriteLine(line.TrimEnd());
    }
}
