using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>
/// Finds pages without reading them: an explanation of one code needs a few pages out of two hundred, and start-up time is a
/// feature. The index is <c>Rules/index.tsv</c>, which <c>dev.cs docs</c> writes from the pages and rules; a test compares it with them.
/// </summary>
public sealed class PageIndex
{
    private const char Between = '\t';

    private readonly ImmutableArray<Row> _rows;

    /// <exception cref="FormatException">A line has not six columns.</exception>
    public PageIndex(string index) =>
        _rows = [.. index.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Row.Parse(line.TrimEnd('\r')))];

    /// <summary>The pages of this assembly.</summary>
    public static PageIndex Default { get; } = new(Encoding.UTF8.GetString(EmbeddedPage.Bytes(typeof(PageIndex).Assembly, "index")));

    /// <summary>Ids and titles of all pages, in the order of the ids.</summary>
    public ImmutableArray<(string Id, string Title)> Titles => [.. _rows.Select(row => (row.Id, row.Title)).OrderBy(row => row.Id, StringComparer.Ordinal)];

    /// <summary>The index of a rule book: one line a page of name, id, what it explains, its root causes, the needs of its rule or its own, title.</summary>
    public static string Of(RuleBook book)
    {
        var text = new StringBuilder();
        foreach (var page in book.Pages)
        {
            var needs = book.Rules.TryGetValue(page.Name, out var rule) ? rule.Needs : page.Needs;
            text.AppendJoin(Between, page.Name, page.Id, List(page.Explains.Select(symptom => symptom.Written)), List(page.Causes), List(needs.Select(need => $"{need.Kind}@{need.From}")), page.Title).Append('\n');
        }

        return text.ToString();

        static string List<T>(IEnumerable<T> items) => string.Join(' ', items);
    }

    /// <summary>Causes that explain a code or symptom: the earlier stage first, then the more common, then the id.</summary>
    public ImmutableArray<CauseExplained> Explaining(Explained symptom)
    {
        var written = symptom.Written;
        return InOrder(row => Items(row.Explains).Contains(written));
    }

    /// <summary>The cause of an id (<c>AOV402</c>); empty when no page has it.</summary>
    public ImmutableArray<CauseExplained> WithId(string id) => InOrder(row => row.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Causes for an id of the list of root causes: RC-030a, or RC-030 with all its members.</summary>
    public ImmutableArray<CauseExplained> ForRootCause(string id) => InOrder(row => Items(row.Causes).Any(cause => IsOrBelongsTo(cause, id)));

    private static bool IsOrBelongsTo(string cause, string id) =>
        cause.StartsWith(id, StringComparison.OrdinalIgnoreCase) && (cause.Length == id.Length || (cause.Length == id.Length + 1 && char.IsAsciiLetterLower(cause[^1])));

    private ImmutableArray<CauseExplained> InOrder(Func<Row, bool> wanted) =>
    [
        .. _rows.Where(wanted)
            .Select(row => (Page: RulePageReader.Read(row.Name, EmbeddedPage.Bytes(typeof(PageIndex).Assembly, $"pages/{row.Name}")), row.Needs))
            .OrderBy(found => found.Page.Stage).ThenBy(found => found.Page.Commonness).ThenBy(found => found.Page.Id, StringComparer.Ordinal)
            .Select(found => CauseExplained.Of(found.Page, [.. Items(found.Needs).Select(Need.Parse)])),
    ];

    private static string[] Items(string column) => column.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private readonly record struct Row(string Name, string Id, string Explains, string Causes, string Needs, string Title)
    {
        public static Row Parse(string line) => line.Split(Between) is [var name, var id, var explains, var causes, var needs, var title]
            ? new(name, id, explains, causes, needs, title)
            : throw new FormatException($"'{line}' is not a line of the index of pages");
    }
}
