using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Rules;

/// <summary>A cause in the book: its rule, where there is one, and its page, which is read when somebody asks for it.</summary>
/// <param name="name">Name of the page's file and of the rule's class.</param>
/// <param name="rule">Null for a cause that no evidence decides.</param>
public sealed class BookEntry(string name, IRule? rule, Func<string, RulePage> read)
{
    private RulePage? _page;

    public string Name => name;

    public IRule? Rule => rule;

    /// <exception cref="FormatException">The page is malformed.</exception>
    public RulePage Page => _page ??= read(name);
}
