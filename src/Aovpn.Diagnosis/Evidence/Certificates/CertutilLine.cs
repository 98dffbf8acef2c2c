namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>One line of a certutil listing, cut at its first colon or equals sign. Of most lines nothing is kept: what is becomes a string then.</summary>
internal readonly ref struct CertutilLine
{
    private readonly (string Language, CertutilField Field) _known;

    /// <param name="number">Line number in the text, from 1.</param>
    public CertutilLine(string text, int number, int listingIndent)
    {
        var line = (text.AsSpan().ContainsAny('\u00A0', '\u202F') ? text.Replace('\u00A0', ' ').Replace('\u202F', ' ') : text).AsSpan().TrimEnd();
        var body = line.TrimStart(" \t");
        var cut = body.IndexOfAny(':', '=', '：');
        Number = number;
        Indent = Math.Max(0, line.Length - body.Length - listingIndent);
        Label = cut < 0 ? body : body[..cut].TrimEnd();
        Separator = cut < 0 ? '\0' : body[cut] == '=' ? '=' : ':';
        Value = cut < 0 ? [] : body[(cut + 1)..].Trim();
        _known = CertutilLabels.Find(Label);
    }

    public int Number { get; }

    /// <summary>Leading blanks beyond those of the whole listing.</summary>
    public int Indent { get; }

    /// <summary>Before the separator, trimmed; the whole line when there is none.</summary>
    public ReadOnlySpan<char> Label { get; }

    /// <summary>A colon, an equals sign, or NUL for none.</summary>
    public char Separator { get; }

    /// <summary>After the separator, trimmed; empty when there is none.</summary>
    public ReadOnlySpan<char> Value { get; }

    public CertutilField Field => _known.Field;

    /// <summary>In which the label is written; null when it is unknown or common to several.</summary>
    public string? Language => _known.Language is { Length: > 0 } language ? language : null;
}
