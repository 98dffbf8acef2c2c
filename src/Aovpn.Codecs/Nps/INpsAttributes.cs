namespace Aovpn.Codecs.Nps;

/// <summary>Attributes of a record, whether it stays (<see cref="NpsRecord"/>) or is passed by (<see cref="NpsRow"/>).</summary>
public interface INpsAttributes
{
    /// <summary>The first value of an attribute, decoded; null when the record has none.</summary>
    string? Text(NpsAttributeKey key);

    /// <summary>The first value of an attribute as a number; null when there is none or it is no number.</summary>
    long? Number(NpsAttributeKey key);
}
