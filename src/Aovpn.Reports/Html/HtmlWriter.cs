using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Aovpn.Reports.Html;

/// <summary>Writes HTML. Text and attribute values are always escaped: there is no way to hand it markup, so that evidence can never become any.</summary>
/// <param name="output">Lines end as it ends them.</param>
public sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Letters of every language stay readable; whatever means something to HTML, and control characters, do not pass.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly HashSet<string> Inline = ["a", "abbr", "b", "code", "em", "small", "span", "strong", "time", "title", "tspan"];

    private readonly Stack<string> _open = new();
    private bool _keepsSpace;

    /// <summary>Opens an element; disposing what is returned closes it.</summary>
    /// <param name="name">A literal, never a value from evidence.</param>
    /// <param name="attributes">Names are literals; an attribute whose value is null is left out.</param>
    public OpenElement Element(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(name, attributes);
        _open.Push(name);
        _keepsSpace |= name == "pre";
        return new(this);
    }

    /// <summary>An element with nothing but text in it.</summary>
    public void Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (Element(name, attributes))
            Text(text);
    }

    /// <summary>An element that cannot hold any: meta, line, rect.</summary>
    public void Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes) => Start(name, attributes);

    public void Text(string text) => output.Write(Encoder.Encode(VisibleText.Of(text)));

    /// <summary>The product's own style sheet or script; what would end the element early is refused.</summary>
    /// <exception cref="ArgumentException">The text has an end tag in it.</exception>
    internal void Own(string element, string text)
    {
        if (text.Contains("</", StringComparison.Ordinal))
            throw new ArgumentException($"the product's own {element} must not contain an end tag", nameof(text));
        output.WriteLine();
        output.Write($"<{element}>{text}</{element}>");
    }

    /// <summary>The first line of every page.</summary>
    internal void Doctype() => output.Write("<!DOCTYPE html>");

    internal void Close()
    {
        var name = _open.Pop();
        output.Write($"</{name}>");
        if (name == "pre")
            _keepsSpace = false;
    }

    private void Start(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (!_keepsSpace && !Inline.Contains(name))
            output.WriteLine();
        output.Write($"<{name}");
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                output.Write($" {attribute}=\"{Encoder.Encode(VisibleText.Of(value))}\"");
        }

        output.Write('>');
    }
}
