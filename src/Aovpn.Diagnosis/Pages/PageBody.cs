using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Pages;

/// <summary>What stands below a page's front matter. A diagnosis asks for the texts of a few pages out of two hundred: none is made before.</summary>
/// <param name="utf8">Gives it: Markdown, its lines ended by line feeds.</param>
public sealed class PageBody(Func<ReadOnlyMemory<byte>> utf8)
{
    private ImmutableArray<PageSection>? _sections;
    private ImmutableArray<Fix>? _fixes;

    /// <summary>Text below each heading of the second level, in the page's order.</summary>
    public ImmutableArray<PageSection> Sections => _sections ??= SectionsOf(Encoding.UTF8.GetString(utf8().Span));

    /// <summary>What the section Fix says, host by host; empty without one.</summary>
    public ImmutableArray<Fix> Fixes => _fixes ??= PageFixes.Read(Sections.FirstOrDefault(section => section.Heading == "Fix")?.Text ?? "");

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
