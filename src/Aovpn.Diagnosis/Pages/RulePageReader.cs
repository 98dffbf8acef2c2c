using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Pages;

/// <summary>Reads a page: front matter, sections below fixed headings, fixes, worked examples.</summary>
public static class RulePageReader
{
    /// <param name="name">Name of the file without extension.</param>
    /// <param name="text">Its bytes, UTF-8.</param>
    /// <exception cref="FormatException">The page is not of the form that CONTRIBUTING describes; the message names page and place.</exception>
    public static RulePage Read(string name, ReadOnlyMemory<byte> text)
    {
        var parts = Named(name, () => PageParts.Read(text));
        return Read(name, parts.Front, parts.Body);
    }

    /// <summary>A page whose front matter lies elsewhere than the rest.</summary>
    /// <inheritdoc cref="Read(string, ReadOnlyMemory{byte})"/>
    internal static RulePage Read(string name, ReadOnlyMemory<char> front, PageBody body) => Read(name, Named(name, () => new FrontMatter(front)), body);

    private static RulePage Read(string name, FrontMatter front, PageBody body) => Named(name, () =>
    {
        var page = new RulePage(
            name,
            front.Required("id"),
            front.Required("title"),
            front.Of<Stage>("stage"),
            front.Of<Severity>("severity"),
            front.Of<HostRole>("where"),
            front.List("causes"),
            front.List("explains", Explained.Parse),
            front.List("favoured-by", Clue.Parse),
            front.List("contradicted-by", Clue.Parse),
            front.Of<Commonness>("commonness"),
            front.Required("commonness-source"),
            front.Required("source"),
            front.YesOrNo("verified"),
            front.List("needs", Need.Parse),
            front.Optional("manual-because"),
            body)
        {
            ProvedBy = front.List("proved-by", Clue.Parse),
            ReportProves = front.Optional("report-proves") is "yes",
            Contradiction = front.Optional("contradiction"),
        };
        front.RefuseUnknown();
        return page;
    });

    private static T Named<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException error)
        {
            throw new FormatException($"page {name}: {error.Message}", error);
        }
    }
}
