namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>A thing a lexicon has phrases for, as its key writes it: <c>topic:firewall</c>.</summary>
internal readonly record struct Concept(ConceptKind Kind, string Value)
{
    /// <exception cref="FormatException">The key is not kind:value with a known kind.</exception>
    public static Concept Parse(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Enum.TryParse<ConceptKind>(key[..colon], ignoreCase: true, out var kind)
            ? new(kind, key[(colon + 1)..])
            : throw new FormatException($"'{key}' is not a concept: it starts with none of {string.Join(", ", Enum.GetNames<ConceptKind>())}");
    }
}
