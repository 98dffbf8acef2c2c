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

    private static readonly Lazy<RuleBook> Ours = new(() => new(OurPages(), Discovered.Rules.ToDictionary(one => one.Name, one => one.Rule, StringComparer.Ordinal)));

    private readonly Dictionary<string, RulePage> _byId;

    public RuleBook(ImmutableArray<RulePage> pages, IReadOnlyDictionary<string, IRule> rules)
    {
        Pages = [.. pages.OrderBy(page => page.Id, StringComparer.Ordinal)];
        Rules = rules;
        ClueWeights = new(Pages);
        _byId = Pages.ToDictionary(page => page.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The pages and rules of this assembly, loaded when first asked for.</summary>
    public static RuleBook Default => Ours.Value;

    /// <summary>In the order of their ids, which is the order of stages.</summary>
    public ImmutableArray<RulePage> Pages { get; }

    /// <summary>Rules by the name they share with their page.</summary>
    public IReadOnlyDictionary<string, IRule> Rules { get; }

    /// <summary>What each clue is worth among these pages.</summary>
    public ClueWeights ClueWeights { get; }

    public RulePage? Find(string id) => _byId.GetValueOrDefault(id);

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

    /// <summary>Front matter from one piece, where the compiler put it; the rest of a page when somebody asks.</summary>
    private static ImmutableArray<RulePage> OurPages()
    {
        const string End = "\n---\n";
        var assembly = typeof(RuleBook).Assembly;
        var pages = ImmutableArray.CreateBuilder<RulePage>();
        for (var rest = Discovered.PageFronts.AsMemory(); !rest.IsEmpty;)
        {
            var (named, end) = (rest.Span.IndexOf('\n'), rest.Span.IndexOf(End, StringComparison.Ordinal));
            var name = rest[..named].ToString();
            pages.Add(RulePageReader.Read(name, rest[(named + 1)..end], new(() => PageParts.Cut(EmbeddedPage.Bytes(assembly, PagePrefix + name)).Body)));
            rest = rest[(end + End.Length)..];
        }

        return pages.DrainToImmutable();
    }
}
