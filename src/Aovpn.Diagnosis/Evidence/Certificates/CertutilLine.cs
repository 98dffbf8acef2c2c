namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>One line of a certutil listing, cut at its first colon or equals sign.</summary>
/// <param name="Number">Line number in the text, from 1.</param>
/// <param name="Indent">Leading blanks beyond those of the whole listing.</param>
/// <param name="Label">Before the separator, trimmed; the whole line when there is none.</param>
/// <param name="Value">After the separator, trimmed; null when there is none.</param>
internal readonly record struct CertutilLine(int Number, int Indent, string Label, char Separator, string? Value)
{
    private readonly (string Language, CertutilField Field) _known = CertutilLabels.Find(Label);

    public CertutilField Field => _known.Field;

    /// <summary>In which the label is written; null when it is unknown or common to several.</summary>
    public string? Language => _known.Language is { Length: > 0 } language ? language : null;

    /// <summary>The same without what is written: of a line that is only looked at.</summary>
    public static (int Indent, CertutilField Field, char Separator, int LabelLength) Shape(string text, int listingIndent)
    {
        var line = text.AsSpan();
        if (line.ContainsAny('\u00A0', '\u202F'))
        {
            var read = Of(text, 0, listingIndent);
            return (read.Indent, read.Field, read.Separator, read.Label.Length);
        }

        line = line.TrimEnd();
        var body = line.TrimStart(" \t");
        var cut = body.IndexOfAny(':', '=', '：');
        var label = cut < 0 ? body : body[..cut].TrimEnd();
        return (Math.Max(0, line.Length - body.Length - listingIndent), CertutilLabels.Find(label).Field, cut < 0 ? '\0' : body[cut] == '=' ? '=' : ':', label.Length);
    }

    public static CertutilLine Of(string text, int number, int listingIndent)
    {
        var line = (text.AsSpan().ContainsAny('\u00A0', '\u202F') ? text.Replace('\u00A0', ' ').Replace('\u202F', ' ') : text).AsSpan().TrimEnd();
        var indent = 0;
        while (indent < line.Length && line[indent] is ' ' or '\t')
            indent++;

        var body = line[indent..];
        indent = Math.Max(0, indent - listingIndent);
        var cut = body.IndexOfAny(':', '=', '：');
        return cut < 0
            ? new(number, indent, body.ToString(), '\0', null)
            : new(number, indent, body[..cut].TrimEnd().ToString(), body[cut] == '=' ? '=' : ':', body[(cut + 1)..].Trim().ToString());
    }
}
