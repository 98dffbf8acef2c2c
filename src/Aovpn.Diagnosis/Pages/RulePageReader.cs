using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Pages;

/// <summary>Reads a page: front matter, sections below fixed headings, fixes, worked examples.</summary>
public static class RulePageReader
{
    /// <param name="name">Name of the file without extension.</param>
    /// <exception cref="FormatException">The page is not of the form that CONTRIBUTING describes; the message names page and place.</exception>
    public static RulePage Read(string name, string text)
    {
        try
        {
            var lines = text.ReplaceLineEndings("\n").Split('\n');
            var end = Array.IndexOf(lines, "---", 1);
            if (lines[0] != "---" || end < 0)
                throw new FormatException("no front matter between two lines of three dashes");

            var front = new FrontMatter(lines[1..end]);
            var sections = Sections(lines[(end + 1)..]);
            var page = new RulePage(
                name,
                front.Required("id"),
                front.Required("title"),
                front.Of<Stage>("stage"),
                front.Of<Severity>("severity"),
                front.Of<HostRole>("where"),
                front.List("causes"),
                [.. front.List("explains").Select(Explained.Parse)],
                [.. front.List("favoured-by").Select(Clue.Parse)],
                [.. front.List("contradicted-by").Select(Clue.Parse)],
                front.Of<Commonness>("commonness"),
                front.Required("commonness-source"),
                front.Required("source"),
                front.YesOrNo("verified"),
                [.. front.List("needs").Select(ReadNeed)],
                front.Optional("manual-because"),
                PageFixes.Read(sections.FirstOrDefault(section => section.Heading == "Fix")?.Text ?? ""),
                sections)
            {
                ProvedBy = [.. front.List("proved-by").Select(Clue.Parse)],
                ReportProves = front.Optional("report-proves") is "yes",
                Contradiction = front.Optional("contradiction"),
            };
            front.RefuseUnknown();
            return page;
        }
        catch (FormatException error)
        {
            throw new FormatException($"page {name}: {error.Message}", error);
        }
    }

    private static Need ReadNeed(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && Enum.TryParse<HostRole>(text[(at + 1)..], out var role)
            ? new(text[..at], role)
            : throw new FormatException($"need '{text}' is not of the form evidence@Role");
    }

    private static ImmutableArray<PageSection> Sections(ReadOnlySpan<string> lines)
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

            body.Append(CultureInfo.InvariantCulture, $"{line}\n");
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
