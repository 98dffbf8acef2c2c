using System.Text;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>An element of a profile as <see cref="MarkupScanner"/> found it. Names are compared without case and prefix.</summary>
/// <param name="Name">Local name.</param>
/// <param name="Offset">Where its start tag begins in the scanned text.</param>
internal sealed record MarkupElement(string Name, int Offset, Dictionary<string, string> Attributes)
{
    private readonly StringBuilder _text = new();

    public List<MarkupElement> Children { get; } = [];

    /// <summary>Just after its end tag, or where it stopped for want of one.</summary>
    public int End { get; set; }

    public bool Closed { get; set; }

    /// <summary>Its own text, entities decoded, without white space at the ends.</summary>
    public string Text => _text.ToString().Trim();

    public void Append(string text) => _text.Append(text);

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public MarkupElement? Child(string name) => Children.Find(child => child.Is(name));

    public IEnumerable<MarkupElement> All(string name) => Children.Where(child => child.Is(name));

    /// <summary>A descendant by its path: <c>Proxy/Manual/Server</c>.</summary>
    public MarkupElement? At(params ReadOnlySpan<string> path)
    {
        var element = this;
        foreach (var name in path)
            element = element?.Child(name);
        return element;
    }

    /// <summary>It and all below it, in document order.</summary>
    public IEnumerable<MarkupElement> Everything()
    {
        var open = new Stack<MarkupElement>();
        open.Push(this);
        while (open.TryPop(out var element))
        {
            yield return element;
            for (var child = element.Children.Count - 1; child >= 0; child--)
                open.Push(element.Children[child]);
        }
    }
}
