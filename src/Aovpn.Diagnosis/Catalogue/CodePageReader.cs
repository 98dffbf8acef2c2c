using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Reads a code page: front matter, then sections below the headings of <see cref="CodePage.Headings"/>.</summary>
public static class CodePageReader
{
    /// <param name="name">Name of the file without extension.</param>
    /// <exception cref="FormatException">The page lacks front matter or one of the first three headings, or has a heading that pages do not have, or in another order.</exception>
    public static CodePage Read(string name, string text)
    {
        try
        {
            var lines = text.ReplaceLineEndings("\n").Split('\n');
            var end = Array.IndexOf(lines, "---", 1);
            if (lines[0] != "---" || end < 0)
                throw new FormatException("no front matter between two lines of three dashes");

            var front = new FrontMatter(lines[1..end]);
            var page = new CodePage(
                name,
                front.Required("title"),
                [.. front.List("explains").Select(Explained.Parse)],
                front.Required("feature"),
                front.Optional("dialog"),
                front.Required("source"),
                Sections(lines[(end + 1)..]));
            front.RefuseUnknown();
            return page;
        }
        catch (FormatException error)
        {
            throw new FormatException($"code page {name}: {error.Message}", error);
        }
    }

    private static ImmutableArray<PageSection> Sections(ReadOnlySpan<string> lines)
    {
        var sections = ImmutableArray.CreateBuilder<PageSection>();
        var body = new StringBuilder();
        string? heading = null;
        foreach (var line in lines)
        {
            if (!line.StartsWith("## ", StringComparison.Ordinal))
            {
                body.Append(line).Append('\n');
                continue;
            }

            Close();
            heading = line[3..].Trim();
        }

        Close();
        var order = sections.Select(section => CodePage.Headings.IndexOf(section.Heading)).ToArray();
        if (order.Contains(-1) || !order.SequenceEqual(order.Order()) || order.Take(3).Any(place => place > 2) || order.Length < 3)
            throw new FormatException($"headings are not {string.Join(", ", CodePage.Headings)}, in that order");
        return sections.ToImmutable();

        void Close()
        {
            if (heading is not null)
                sections.Add(new(heading, body.ToString().Trim('\n')));
            body.Clear();
        }
    }
}
