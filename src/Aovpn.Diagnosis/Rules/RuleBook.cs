using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Rules;

/// <summary>Every page, and the rule beside it where there is one. Rules are a set: nobody keeps a list.</summary>
public sealed class RuleBook
{
    private const string PagePrefix = "pages/";

    private static readonly Lazy<RuleBook> Ours = new(() =>
    {
        var rules = Discovered.Rules.ToDictionary(one => one.Name, one => one.Rule, StringComparer.Ordinal);
        return new(OurEntries(rules), rules);
    });

    private readonly Lazy<ImmutableArray<RulePage>> _pages;
    private readonly Lazy<ClueWeights> _clueWeights;
    private readonly Lazy<Dictionary<string, RulePage>> _byId;

    public RuleBook(ImmutableArray<RulePage> pages, IReadOnlyDictionary<string, IRule> rules)
        : this([.. pages.OrderBy(page => page.Id, StringComparer.Ordinal).Select(page => new BookEntry(page.Name, rules.GetValueOrDefault(page.Name), _ => page))], rules)
    {
    }

    private RuleBook(ImmutableArray<BookEntry> entries, IReadOnlyDictionary<string, IRule> rules)
    {
        (Entries, Rules) = (entries, rules);
        _pages = new(() => [.. entries.Select(entry => entry.Page)]);
        _clueWeights = new(() => new(Pages));
        _byId = new(() => Pages.ToDictionary(page => page.Id, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The pages and rules of this assembly, loaded when first asked for.</summary>
    public static RuleBook Default => Ours.Value;

    /// <summary>In the order of their pages' ids, which is the order of stages.</summary>
    public ImmutableArray<BookEntry> Entries { get; }

    /// <summary>The pages of all entries, read when first asked for.</summary>
    public ImmutableArray<RulePage> Pages => _pages.Value;

    /// <summary>Rules by the name they share with their page.</summary>
    public IReadOnlyDictionary<string, IRule> Rules { get; }

    /// <summary>What each clue is worth among these pages.</summary>
    public ClueWeights ClueWeights => _clueWeights.Value;

    public RulePage? Find(string id) => _byId.Value.GetValueOrDefault(id);

    /// <summary>Pages for a cause of the list of root causes: RC-030a, or RC-030 with its members.</summary>
    public IEnumerable<RulePage> ForCause(string cause) =>
        Pages.Where(page => page.Causes.Any(id => id.StartsWith(cause, StringComparison.OrdinalIgnoreCase)));

    public IEnumerable<RulePage> Explaining(Explained symptom) => Pages.Where(page => page.Explains.Contains(symptom));

    /// <summary>The pages and rules of an assembly that names none of them.</summary>
    /// <exception cref="FormatException">A page is malformed.</exception>
    [RequiresUnreferencedCode("Its rules are found by reflection.")]
    public static RuleBook Load(Assembly assembly) =>
        new(PagesOf(assembly), Discovered.Implementing<IRule>(assembly).ToDictionary(rule => rule.GetType().Name, StringComparer.Ordinal));

    private static ImmutableArray<RulePage> PagesOf(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(PagePrefix, StringComparison.Ordinal))
            .Select(name => RulePageReader.Read(name[PagePrefix.Length..], EmbeddedPage.Bytes(assembly, name))),
    ];

    /// <summary>Front matter from one piece, where the compiler put it in the order of ids; the rest of a page when somebody asks.</summary>
    private static ImmutableArray<BookEntry> OurEntries(Dictionary<string, IRule> rules)
    {
        const string End = "\n---\n";
        var assembly = typeof(RuleBook).Assembly;
        var entries = ImmutableArray.CreateBuilder<BookEntry>();
        for (var rest = Discovered.PageFronts.AsMemory(); !rest.IsEmpty;)
        {
            var (named, end) = (rest.Span.IndexOf('\n'), rest.Span.IndexOf(End, StringComparison.Ordinal));
            var name = rest[..named].ToString();
            var front = rest[(named + 1)..end];
            entries.Add(new(name, rules.GetValueOrDefault(name), of => RulePageReader.Read(of, front, new(() => PageParts.Cut(EmbeddedPage.Bytes(assembly, PagePrefix + of)).Body))));
            rest = rest[(end + End.Length)..];
        }

        return entries.DrainToImmutable();
    }
}
