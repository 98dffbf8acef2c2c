using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Collects the places of an observation's fields.</summary>
internal sealed class FieldPlaces : FieldNotes
{
    private readonly List<(string Field, Locator Place)> _places = [];

    public FieldPlaces Add(string field, Locator? place)
    {
        if (place is not null)
            _places.Add((field, place));
        return this;
    }

    public FieldPlaces Add(string field, EventValue? value) => Add(field, value?.Place);

    /// <summary>For <see cref="Cited.FieldsWhenAsked"/>.</summary>
    public FieldNotes? WhenAsked => _places.Count == 0 ? null : this;

    /// <summary>Of a field that was added twice, the later place.</summary>
    protected override ImmutableDictionary<string, Locator> ToFields()
    {
        var places = ImmutableDictionary.CreateBuilder<string, Locator>(StringComparer.Ordinal);
        foreach (var (field, place) in _places)
            places[field] = place;
        return places.ToImmutable();
    }
}
