using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Rules;

/// <summary>Every page, and the rule beside it where there is one. Rules are a set: they are discovered, no list is kept.</summary>
public sealed class RuleBook
{
    private const string PagePrefix = "pages/";

    private static readonly Lazy<RuleBook> Ours = new(() => Load(typeof(RuleBook).Assembly));

    private readonly FrozenDictionary<string, RulePage> _byId;

    public RuleBook(ImmutableArray<RulePage> pages, ImmutableDictionary<string, IRule> rules)
    {
        Pages = [.. pages.OrderBy(page => page.Id, StringComparer.Ordinal)];
        Rules = rules;
        ClueWeights = new(Pages);
        _byId = Pages.ToFrozenDictionary(page => page.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The pages and rules of this assembly, loaded when first asked for.</summary>
    public static RuleBook Default => Ours.Value;

    /// <summary>In the order of their ids, which is the order of stages.</summary>
    public ImmutableArray<RulePage> Pages { get; }

    /// <summary>Rules by the name they share with their page.</summary>
    public ImmutableDictionary<string, IRule> Rules { get; }

    /// <summary>What each clue is worth among these pages.</summary>
    public ClueWeights ClueWeights { get; }

    public RulePage? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Pages for a cause of the list of root causes: RC-030a, or RC-030 with its members.</summary>
    public IEnumerable<RulePage> ForCause(string cause) =>
        Pages.Where(page => page.Causes.Any(id => id.StartsWith(cause, StringComparison.OrdinalIgnoreCase)));

    public IEnumerable<RulePage> Explaining(Explained symptom) => Pages.Where(page => page.Explains.Contains(symptom));

    /// <exception cref="FormatException">A page is malformed.</exception>
    public static RuleBook Load(Assembly assembly)
    {
        var pages = ImmutableArray.CreateBuilder<RulePage>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (!resource.StartsWith(PagePrefix, StringComparison.Ordinal))
                continue;
            pages.Add(RulePageReader.Read(resource[PagePrefix.Length..], Text(assembly.GetManifestResourceStream(resource)!)));
        }

        return new(
            pages.ToImmutable(),
            Discovery.Implementing<IRule>(assembly).ToImmutableDictionary(rule => rule.GetType().Name, StringComparer.Ordinal));
    }

    /// <summary>UTF-8 with a byte order mark or without; at once, as a page is short.</summary>
    private static string Text(Stream page)
    {
        using (page)
        {
            var bytes = new byte[page.Length];
            page.ReadExactly(bytes);
            return Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);
        }
    }
}
