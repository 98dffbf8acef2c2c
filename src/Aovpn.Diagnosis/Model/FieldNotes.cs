using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Model;

/// <summary>Places of the fields of something seen, made into a dictionary when it is asked for first: of thousands of certificates nobody asks.</summary>
internal abstract class FieldNotes
{
    private ImmutableDictionary<string, Locator>? _all;

    public ImmutableDictionary<string, Locator> All => _all ??= ToFields();

    /// <summary>By property name.</summary>
    protected abstract ImmutableDictionary<string, Locator> ToFields();

    /// <summary>Those that are a dictionary from the beginning.</summary>
    public sealed class Made(ImmutableDictionary<string, Locator> all) : FieldNotes
    {
        protected override ImmutableDictionary<string, Locator> ToFields() => all;
    }
}
