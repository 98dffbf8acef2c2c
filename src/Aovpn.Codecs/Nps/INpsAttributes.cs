namespace Aovpn.Codecs.Nps;

/// <summary>A record, whether it stays (<see cref="NpsRecord"/>) or is passed by (<see cref="NpsRow"/>).</summary>
public interface INpsAttributes
{
    NpsLogFormat Format { get; }

    /// <summary>First line, from 1.</summary>
    long Line { get; }

    /// <summary>Last line, included.</summary>
    long LastLine { get; }

    /// <summary>Byte offset of the first line's beginning.</summary>
    long Offset { get; }

    /// <summary>The first value of an attribute, decoded; null when the record has none.</summary>
    string? Text(NpsAttributeKey key);

    /// <summary>The first value of an attribute as a number; null when there is none or it is no number.</summary>
    long? Number(NpsAttributeKey key);

    /// <summary>The line on which the first value of an attribute is; the record's first line when it has none.</summary>
    long LineOf(NpsAttributeKey key);

    /// <summary>The record as one that stays.</summary>
    NpsRecord ToRecord();
}
