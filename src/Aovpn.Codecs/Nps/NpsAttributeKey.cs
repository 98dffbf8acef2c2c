namespace Aovpn.Codecs.Nps;

/// <summary>An attribute to look up in many records: its name resolved once.</summary>
public readonly record struct NpsAttributeKey
{
    private NpsAttributeKey(string name) => (Name, Id, Digits) = (name, NpsAttributeIds.Of(name), NpsAttributeIds.Digits(name));

    /// <summary>Canonical (<see cref="NpsAttributeName"/>).</summary>
    public string Name { get; }

    internal int Id { get; }

    /// <summary>The four digits that alone stand for it in the IAS format, as they lie in memory; else 0.</summary>
    internal uint Digits { get; }

    /// <param name="name">Canonical (<see cref="NpsAttributeName"/>), or as an unknown attribute was written.</param>
    public static NpsAttributeKey Of(string name) => new(name);
}
