namespace Aovpn.Generators.Evtx;

/// <summary>An element to be written as binary XML. Content and attribute values are text, substitutions (<see cref="Slot"/>) or elements.</summary>
public sealed record XmlNode(string Name, params object[] Content)
{
    public IReadOnlyList<(string Name, object Value)> Attributes { get; init; } = [];

    /// <summary>An empty element is written with an end tag of its own.</summary>
    public bool HasEndTag { get; init; }

    public XmlNode With(string name, object value) => this with { Attributes = [.. Attributes, (name, value)] };
}
