namespace Aovpn.Codecs.Evtx;

/// <summary>An element of an event, with what the event's values made of it.</summary>
/// <param name="name">As written, with its prefix if it has one.</param>
public sealed class EvtxElement(string name)
{
    private readonly List<KeyValuePair<string, string>> _attributes = [];
    private readonly List<EvtxElement> _children = [];

    public string Name => name;

    public IReadOnlyList<KeyValuePair<string, string>> Attributes => _attributes;

    public IReadOnlyList<EvtxElement> Children => _children;

    /// <summary>Its own text, children's not included.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Byte of the file where the value that is its text stands; null where the text is the template's own.</summary>
    public long? Offset { get; internal set; }

    /// <returns>The value of an attribute; null when it is not there.</returns>
    public string? Attribute(string wanted)
    {
        foreach (var (known, value) in _attributes)
        {
            if (known == wanted)
                return value;
        }

        return null;
    }

    /// <returns>The first child of that name; null when there is none.</returns>
    public EvtxElement? Child(string wanted) => _children.Find(child => child.Name == wanted);

    internal void Add(EvtxElement child) => _children.Add(child);

    internal void DropLast() => _children.RemoveAt(_children.Count - 1);

    internal void Add(string attribute, string value) => _attributes.Add(new(attribute, value));

    internal void Add(string text) => Text = Text.Length == 0 ? text : Text + text;

    /// <summary>Another element with the same start tag.</summary>
    internal EvtxElement Again()
    {
        var again = new EvtxElement(Name);
        again._attributes.AddRange(_attributes);
        return again;
    }
}
