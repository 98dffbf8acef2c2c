using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Pages;

/// <summary>A page of any kind: front matter between two lines of three dashes, then sections below headings of the second level.</summary>
internal sealed record PageParts(FrontMatter Front, ImmutableArray<PageSection> Sections)
{
    /// <exception cref="FormatException">There is no front matter, or a line of it is not <c>key: value</c>.</exception>
    public static PageParts Read(string text)
    {
        var page = text.ReplaceLineEndings("\n");
        var end = page.IndexOf("\n---\n", StringComparison.Ordinal);
        return page.StartsWith("---\n", StringComparison.Ordinal) && end > 0
            ? new(new(page[4..Math.Max(4, end)].Split('\n')), SectionsOf(page.AsSpan(end + 5)))
            : throw new FormatException("no front matter between two lines of three dashes");
    }

    private static ImmutableArray<PageSection> SectionsOf(ReadOnlySpan<char> text)
    {
        var sections = ImmutableArray.CreateBuilder<PageSection>();
        string? heading = null;
        var (body, fenced) = (0, false);
        for (var at = 0; at < text.Length;)
        {
            var line = text[at..];
            var length = line.IndexOf('\n') is var found and >= 0 ? found : line.Length;
            line = line[..length];
            fenced ^= line.StartsWith("```");
            if (!fenced && line.StartsWith("## "))
            {
                Close(text[body..at]);
                heading = line[3..].Trim().ToString();
                body = Math.Min(text.Length, at + length + 1);
            }

            at += length + 1;
        }

        Close(text[body..]);
        return sections.ToImmutable();

        void Close(ReadOnlySpan<char> section)
        {
            if (heading is not null)
                sections.Add(new(heading, section.Trim('\n').ToString()));
        }
    }
}
