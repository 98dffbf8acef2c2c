using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>What Microsoft's troubleshooting article says about one error: description, causes, solutions, what to make sure of.</summary>
/// <param name="Name">Name of the file: <c>809</c>, <c>0x800B0109</c>, <c>oops</c>.</param>
/// <param name="Explains">The code or symptom that the page is about.</param>
/// <param name="Feature">The feature of the product's list that it answers: S1, S7 ...</param>
/// <param name="Dialog">What Windows shows, word for word; null for a page about something else than a message.</param>
/// <param name="Sections">Text below each heading, in the order of <see cref="Headings"/>; a heading may be missing.</param>
public sealed record CodePage(
    string Name,
    string Title,
    ImmutableArray<Explained> Explains,
    string Feature,
    string? Dialog,
    string Source,
    ImmutableArray<PageSection> Sections)
{
    /// <summary>The headings that a page may have, in this order; the first three are on every page.</summary>
    public static readonly ImmutableArray<string> Headings =
        ["Error description", "Possible causes", "Possible solutions", "Make sure", "How to see it"];

    public string? Section(string heading) => Sections.FirstOrDefault(section => section.Heading == heading)?.Text;
}
