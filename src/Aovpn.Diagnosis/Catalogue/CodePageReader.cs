using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Reads a code page: front matter, then sections below the headings of <see cref="CodePage.Headings"/>.</summary>
public static class CodePageReader
{
    /// <param name="name">Name of the file without extension.</param>
    /// <param name="text">Its bytes, UTF-8.</param>
    /// <exception cref="FormatException">The page lacks front matter or one of the first three headings, or has a heading that pages do not have, or in another order.</exception>
    public static CodePage Read(string name, ReadOnlyMemory<byte> text)
    {
        try
        {
            var (front, body) = PageParts.Read(text);
            var sections = body.Sections;
            RefuseOtherHeadings(sections);
            var page = new CodePage(
                name,
                front.Required("title"),
                front.List("explains", Explained.Parse),
                front.Required("feature"),
                front.Optional("dialog"),
                front.Required("source"),
                sections);
            front.RefuseUnknown();
            return page;
        }
        catch (FormatException error)
        {
            throw new FormatException($"code page {name}: {error.Message}", error);
        }
    }

    private static void RefuseOtherHeadings(ImmutableArray<PageSection> sections)
    {
        var order = sections.Select(section => CodePage.Headings.IndexOf(section.Heading)).ToArray();
        if (order.Contains(-1) || !order.SequenceEqual(order.Order()) || order.Take(3).Any(place => place > 2) || order.Length < 3)
            throw new FormatException($"headings are not {string.Join(", ", CodePage.Headings)}, in that order");
    }
}
