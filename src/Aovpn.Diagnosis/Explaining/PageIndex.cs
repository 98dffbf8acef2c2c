using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>
/// Finds pages by one line of their front matter, and reads no other page: an explanation of one code needs a few pages out of
/// two hundred, and start-up time is a feature.
/// </summary>
public sealed class PageIndex
{
    private const string Prefix = "pages/";

    /// <summary>Bytes of a page that are looked at first; hardly any front matter is longer.</summary>
    private const int HeadLength = 2048;

    private readonly ImmutableArray<(string Name, string Front)> _pages;
    private readonly Assembly _assembly;

    public PageIndex(Assembly assembly)
    {
        _assembly = assembly;
        _pages =
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => (name[Prefix.Length..], FrontOf(name))),
        ];
    }

    /// <summary>The pages of this assembly.</summary>
    public static PageIndex Default { get; } = new(typeof(PageIndex).Assembly);

    /// <summary>Ids and titles of all pages, in the order of the ids.</summary>
    public ImmutableArray<(string Id, string Title)> Titles =>
        [.. _pages.Select(page => (Value(page.Front, "id"), Value(page.Front, "title"))).OrderBy(page => page.Item1, StringComparer.Ordinal)];

    /// <summary>Causes that explain a code or symptom: the earlier stage first, then the more common, then the id.</summary>
    public ImmutableArray<CauseExplained> Explaining(Explained symptom) =>
        InOrder(_pages.Where(page => Items(page.Front, "explains").Any(item => Explained.Parse(item) == symptom)));

    /// <summary>The cause of an id (<c>AOV402</c>); empty when no page has it.</summary>
    public ImmutableArray<CauseExplained> WithId(string id) =>
        InOrder(_pages.Where(page => Value(page.Front, "id").Equals(id, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Causes for an id of the list of root causes: RC-030a, or RC-030 with all its members.</summary>
    public ImmutableArray<CauseExplained> ForRootCause(string id) =>
        InOrder(_pages.Where(page => Items(page.Front, "causes").Any(cause => IsOrBelongsTo(cause, id))));

    private static bool IsOrBelongsTo(string cause, string id) =>
        cause.StartsWith(id, StringComparison.OrdinalIgnoreCase) && (cause.Length == id.Length || (cause.Length == id.Length + 1 && char.IsAsciiLetterLower(cause[^1])));

    private string TextOf(string name)
    {
        using var text = new StreamReader(_assembly.GetManifestResourceStream(Prefix + name)!);
        return text.ReadToEnd();
    }

    /// <summary>The front matter, which ends at the second line of three dashes. The rest of the page is not decoded.</summary>
    private string FrontOf(string resource)
    {
        using var page = _assembly.GetManifestResourceStream(resource)!;
        Span<byte> head = stackalloc byte[HeadLength];
        var read = page.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        var end = head[..read].IndexOf("\n---"u8);
        if (end >= 0)
            return Encoding.UTF8.GetString(head[..(end + 1)]);

        var whole = TextOf(resource[Prefix.Length..]);
        var close = whole.IndexOf("\n---", StringComparison.Ordinal);
        return close < 0 ? whole : whole[..(close + 1)];
    }

    private static string Value(string front, string key)
    {
        var at = front.IndexOf($"\n{key}: ", StringComparison.Ordinal);
        if (at < 0)
            return "";

        var start = at + key.Length + 3;
        var end = front.IndexOf('\n', start);
        return front[start..(end < 0 ? front.Length : end)].Trim();
    }

    private static string[] Items(string front, string key) =>
        Value(front, key).Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private ImmutableArray<CauseExplained> InOrder(IEnumerable<(string Name, string Front)> pages) =>
    [
        .. pages.Select(page => RulePageReader.Read(page.Name, TextOf(page.Name)))
            .OrderBy(page => page.Stage).ThenBy(page => page.Commonness).ThenBy(page => page.Id, StringComparer.Ordinal)
            .Select(page => CauseExplained.Of(page, NeedsOf(page))),
    ];

    /// <summary>A rule's needs count; a page without a rule says its own. A rule lies in the namespace of its page's stage.</summary>
    private ImmutableArray<Need> NeedsOf(RulePage page) =>
        page.ManualBecause is null && Discovery.Named<IRule>(_assembly, $"{typeof(IRule).Namespace}.{page.Stage}.{page.Name}") is { } rule ? rule.Needs : page.Needs;
}
