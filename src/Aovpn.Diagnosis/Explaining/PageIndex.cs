using System.Collections.Immutable;
using System.Reflection;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>
/// Finds pages by one line of their front matter, and reads no other page: an explanation of one code needs a few pages out of
/// two hundred, and start-up time is a feature.
/// </summary>
public sealed class PageIndex
{
    private const string Prefix = "pages/";

    private readonly ImmutableArray<(string Name, string Text)> _pages;
    private readonly Assembly _assembly;

    public PageIndex(Assembly assembly)
    {
        _assembly = assembly;
        _pages =
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => (name[Prefix.Length..], TextOf(name))),
        ];
    }

    /// <summary>The pages of this assembly.</summary>
    public static PageIndex Default { get; } = new(typeof(PageIndex).Assembly);

    /// <summary>Ids and titles of all pages, in the order of the ids.</summary>
    public ImmutableArray<(string Id, string Title)> Titles =>
        [.. _pages.Select(page => (Value(page.Text, "id"), Value(page.Text, "title"))).OrderBy(page => page.Item1, StringComparer.Ordinal)];

    /// <summary>Causes that explain a code or symptom: the earlier stage first, then the more common, then the id.</summary>
    public ImmutableArray<CauseExplained> Explaining(Explained symptom) =>
        InOrder(_pages.Where(page => Items(page.Text, "explains").Any(item => Explained.Parse(item) == symptom)));

    /// <summary>The cause of an id (<c>AOV402</c>); empty when no page has it.</summary>
    public ImmutableArray<CauseExplained> WithId(string id) =>
        InOrder(_pages.Where(page => Value(page.Text, "id").Equals(id, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Causes for an id of the list of root causes: RC-030a, or RC-030 with all its members.</summary>
    public ImmutableArray<CauseExplained> ForRootCause(string id) =>
        InOrder(_pages.Where(page => Items(page.Text, "causes").Any(cause => IsOrBelongsTo(cause, id))));

    private static bool IsOrBelongsTo(string cause, string id) =>
        cause.StartsWith(id, StringComparison.OrdinalIgnoreCase) && (cause.Length == id.Length || (cause.Length == id.Length + 1 && char.IsAsciiLetterLower(cause[^1])));

    private string TextOf(string resource)
    {
        using var text = new StreamReader(_assembly.GetManifestResourceStream(resource)!);
        return text.ReadToEnd();
    }

    /// <summary>The value of a key of the front matter, which ends at the second line of three dashes.</summary>
    private static string Value(string page, string key)
    {
        var end = page.IndexOf("\n---", StringComparison.Ordinal);
        var at = page.IndexOf($"\n{key}: ", StringComparison.Ordinal);
        if (at < 0 || at > end)
            return "";

        var start = at + key.Length + 3;
        return page[start..page.IndexOf('\n', start)].Trim();
    }

    private static string[] Items(string page, string key) =>
        Value(page, key).Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private ImmutableArray<CauseExplained> InOrder(IEnumerable<(string Name, string Text)> pages) =>
    [
        .. pages.Select(page => RulePageReader.Read(page.Name, page.Text))
            .OrderBy(page => page.Stage).ThenBy(page => page.Commonness).ThenBy(page => page.Id, StringComparer.Ordinal)
            .Select(page => CauseExplained.Of(page, NeedsOf(page))),
    ];

    /// <summary>A rule's needs count; a page without a rule says its own. A rule lies in the namespace of its page's stage.</summary>
    private ImmutableArray<Need> NeedsOf(RulePage page) =>
        page.ManualBecause is null && Discovery.Named<IRule>(_assembly, $"{typeof(IRule).Namespace}.{page.Stage}.{page.Name}") is { } rule ? rule.Needs : page.Needs;
}
