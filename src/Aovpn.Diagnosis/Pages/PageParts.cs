using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Diagnosis.Pages;

/// <summary>A page of any kind: front matter between two lines of three dashes, then sections below headings of the second level.</summary>
internal sealed record PageParts(FrontMatter Front, ImmutableArray<PageSection> Sections)
{
    /// <exception cref="FormatException">There is no front matter, or a line of it is not <c>key: value</c>.</exception>
    public static PageParts Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        if (lines[0] != "---" || end < 0)
            throw new FormatException("no front matter between two lines of three dashes");
        return new(new(lines[1..end]), SectionsOf(lines[(end + 1)..]));
    }

    private static ImmutableArray<PageSection> SectionsOf(ReadOnlySpan<string> lines)
    {
        var sections = ImmutableArray.CreateBuilder<PageSection>();
        string? heading = null;
        var body = new StringBuilder();
        var fenced = false;

        foreach (var line in lines)
        {
            fenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!fenced && line.StartsWith("## ", StringComparison.Ordinal))
            {
                Close();
                heading = line[3..].Trim();
                continue;
            }

            body.Append(line).Append('\n');
        }

        Close();
        return sections.ToImmutable();

        void Close()
        {
            if (heading is not null)
                sections.Add(new(heading, body.ToString().Trim('\n')));
            body.Clear();
        }
    }
}
