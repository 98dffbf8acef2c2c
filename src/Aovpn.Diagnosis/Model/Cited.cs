using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Model;

/// <summary>Something seen, with where, and where exactly each of its fields was seen.</summary>
public abstract record Cited(Citation Source)
{
    private readonly Places _places = Places.None;

    /// <summary>Places of single fields by property name, where they are narrower than <see cref="Source"/>.</summary>
    public ImmutableDictionary<string, Locator> Fields
    {
        get => _places.All;
        init => _places = value.IsEmpty ? Places.None : new(value);
    }

    /// <summary>The same, made when it is asked for first: of thousands of certificates nobody asks. Null where there are none.</summary>
    internal Func<ImmutableDictionary<string, Locator>>? FieldsWhenAsked
    {
        init => _places = value is null ? Places.None : new(value);
    }

    /// <summary>Told by a person rather than written by a machine.</summary>
    public bool IsReported => Source.Provenance is Provenance.Reported;

    /// <summary>The place of one field, by property name; the whole when the reader noted nothing narrower.</summary>
    public Citation Cite(string field) =>
        Fields.TryGetValue(field, out var place) ? Source with { Locator = place } : Source;

    private sealed class Places
    {
        public static readonly Places None = new(ImmutableDictionary<string, Locator>.Empty);

        private readonly Func<ImmutableDictionary<string, Locator>>? _make;
        private ImmutableDictionary<string, Locator>? _all;

        public Places(ImmutableDictionary<string, Locator> all) => _all = all;

        public Places(Func<ImmutableDictionary<string, Locator>> make) => _make = make;

        public ImmutableDictionary<string, Locator> All => _all ??= _make!();
    }
}
