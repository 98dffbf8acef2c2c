using System.Text;

namespace Aovpn.Diagnosis.Pages;

/// <summary>A page of any kind: front matter between two lines of three dashes, then sections below headings of the second level.</summary>
internal sealed record PageParts(FrontMatter Front, PageBody Body)
{
    /// <param name="page">UTF-8, with a byte order mark or without.</param>
    /// <exception cref="FormatException">There is no front matter, or a line of it is not <c>key: value</c>.</exception>
    public static PageParts Read(ReadOnlyMemory<byte> page)
    {
        var (front, body) = Cut(page);
        return new(new(Encoding.UTF8.GetString(front.Span).AsMemory()), new(() => body));
    }

    /// <summary>The lines between the dashes, and what stands below them, with line feeds.</summary>
    /// <inheritdoc cref="Read"/>
    public static (ReadOnlyMemory<byte> Front, ReadOnlyMemory<byte> Body) Cut(ReadOnlyMemory<byte> page)
    {
        if (page.Span.StartsWith(Encoding.UTF8.Preamble))
            page = page[Encoding.UTF8.Preamble.Length..];
        if (page.Span.Contains((byte)'\r'))
            page = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page.Span).ReplaceLineEndings("\n"));
        var end = page.Span.IndexOf("\n---\n"u8);
        return page.Span.StartsWith("---\n"u8) && end > 0
            ? (page[4..Math.Max(4, end)], page[(end + 5)..])
            : throw new FormatException("no front matter between two lines of three dashes");
    }
}
