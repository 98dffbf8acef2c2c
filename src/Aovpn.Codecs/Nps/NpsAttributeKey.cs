namespace Aovpn.Codecs.Nps;

/// <summary>An attribute to look up in many records: its name resolved once.</summary>
public readonly record struct NpsAttributeKey
{
    private NpsAttributeKey(string name) => (Name, Id) = (name, NpsAttributeIds.Of(name));

    /// <summary>Canonical (<see cref="NpsAttributeName"/>).</summary>
    public string Name { get; }

    internal int Id { get; }

    /// <param name="name">Canonical (<see cref="NpsAttributeName"/>), or as an unknown attribute was written.</param>
    public static NpsAttributeKey Of(string name) => new(name);
}
