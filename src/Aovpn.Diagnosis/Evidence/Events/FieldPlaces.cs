using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Collects the places of an observation's fields.</summary>
internal sealed class FieldPlaces
{
    private readonly ImmutableDictionary<string, Locator>.Builder _places = ImmutableDictionary.CreateBuilder<string, Locator>(StringComparer.Ordinal);

    public FieldPlaces Add(string field, Locator? place)
    {
        if (place is not null)
            _places[field] = place;
        return this;
    }

    public FieldPlaces Add(string field, EventValue? value) => Add(field, value?.Place);

    public ImmutableDictionary<string, Locator> ToImmutable() => _places.ToImmutable();
}
