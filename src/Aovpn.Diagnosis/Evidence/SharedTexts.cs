namespace Aovpn.Diagnosis.Evidence;

/// <summary>One string for what comes again: issuers, users, machines. A text that is known is not made a second time.</summary>
internal sealed class SharedTexts
{
    /// <summary>Texts that are kept; what comes later is not shared.</summary>
    private const int Most = 4_000;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public string One(ReadOnlySpan<char> text)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
            return known;
        var made = text.ToString();
        if (_known.Count < Most)
            _known.Add(made);
        return made;
    }
}
