using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Notes the lines of a profile's fields while it is read: of single values their own line, of elements with others in them the line of
/// the start tag. An end tag proves nothing and is not cited.
/// </summary>
internal sealed class ProfilePlaces(EvidenceText evidence, MappedText text)
{
    private readonly ImmutableDictionary<string, Locator>.Builder _fields = ImmutableDictionary.CreateBuilder<string, Locator>();

    /// <summary>The line of an element's start tag only.</summary>
    public Citation CiteStart(MarkupElement element) => evidence.Cite(FirstLine(element));

    /// <summary>Notes where a field was read; nothing when there is no such element.</summary>
    /// <returns>The element, so that reading and noting go together.</returns>
    public MarkupElement? Note(string field, MarkupElement? element)
    {
        if (element is not null)
            _fields[field] = new Locator.Lines(FirstLine(element), LastLine(element));
        return element;
    }

    /// <summary>Notes the lines from the first element to the last.</summary>
    public void Note(string field, IReadOnlyList<MarkupElement> elements)
    {
        if (elements.Count > 0)
            _fields[field] = new Locator.Lines(FirstLine(elements[0]), LastLine(elements[^1]));
    }

    /// <summary>Notes the line of an element's start tag: without it there is no such element, whatever is left of it.</summary>
    public void NoteStart(string field, MarkupElement? element)
    {
        if (element is not null)
            _fields[field] = new Locator.Lines(FirstLine(element));
    }

    /// <summary>What was noted so far; the next reading starts with nothing noted.</summary>
    public ImmutableDictionary<string, Locator> Take()
    {
        var taken = _fields.ToImmutable();
        _fields.Clear();
        return taken;
    }

    private int FirstLine(MarkupElement element) => text.LineAt(element.Offset);

    private int LastLine(MarkupElement element) => Math.Max(FirstLine(element), text.LineAt(Math.Max(element.End - 1, element.Offset)));
}
