using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Model;

/// <summary>Something seen, with where, and where exactly each of its fields was seen.</summary>
public abstract record Cited(Citation Source)
{
    private readonly FieldNotes? _notes;

    /// <summary>Places of single fields by property name, where they are narrower than <see cref="Source"/>.</summary>
    public ImmutableDictionary<string, Locator> Fields
    {
        get => _notes?.All ?? ImmutableDictionary<string, Locator>.Empty;
        init => _notes = value.IsEmpty ? null : new FieldNotes.Made(value);
    }

    /// <summary>The same, made when it is asked for first. Null where there are none.</summary>
    internal FieldNotes? FieldsWhenAsked
    {
        init => _notes = value;
    }

    /// <summary>Told by a person rather than written by a machine.</summary>
    public bool IsReported => Source.Provenance is Provenance.Reported;

    /// <summary>The place of one field, by property name; the whole when the reader noted nothing narrower.</summary>
    public Citation Cite(string field) =>
        Fields.TryGetValue(field, out var place) ? Source with { Locator = place } : Source;
}
