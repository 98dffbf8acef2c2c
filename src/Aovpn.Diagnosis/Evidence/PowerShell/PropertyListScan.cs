namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>Reads one listing from its first line to where it ends.</summary>
/// <param name="indent">White space before the names.</param>
internal sealed class PropertyListScan(EvidenceText text, int first, int indent)
{
    private readonly List<(string Name, List<(string Text, int Line, int Length)> Pieces)> _properties = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _spaced;
    private bool _markupOpen;

    /// <summary>The value read last holds empty lines, as a certificate does: the empty line behind it does not end the listing.</summary>
    private bool _valueHasGaps;
    private int _last;

    /// <summary>The column of the colons.</summary>
    private int _column;

    public PropertyList Read()
    {
        var blanks = 0;
        _last = first;
        for (var line = first; line <= text.Lines.Length; line++)
        {
            var content = text[line];
            if (string.IsNullOrWhiteSpace(content))
            {
                if (ContinuesAfter(line))
                {
                    _valueHasGaps = true;
                    continue;
                }

                if (_valueHasGaps && NextPropertyAfter(line))
                    continue;
                blanks++;
                _spaced |= _properties.Count == 1 && blanks == 1;
                if (blanks > 1 && !_markupOpen || !_spaced && !_markupOpen)
                    break;
                continue;
            }

            blanks = 0;
            if (!Take(content, line))
                break;
            _last = line;
        }

        var width = Width();
        return new(first, _last, [.. _properties.Select(property => new Property(property.Name, property.Pieces[0].Line, property.Pieces, width))]);
    }

    /// <summary>An empty line inside a value: what follows stands in the column of the values.</summary>
    private bool ContinuesAfter(int line)
    {
        if (_properties.Count == 0)
            return false;
        while (line < text.Lines.Length && string.IsNullOrWhiteSpace(text[line]))
            line++;
        return PropertyLine.Indentation(text[line]) > _column && !string.IsNullOrWhiteSpace(text[line]);
    }

    private bool NextPropertyAfter(int line)
    {
        while (line < text.Lines.Length && string.IsNullOrWhiteSpace(text[line]))
            line++;
        return PropertyLine.Parse(text[line]) is { } property && property.Indent == indent && !_names.Contains(property.Name);
    }

    private bool Take(string content, int line)
    {
        if (PropertyLine.Parse(content) is { } property && property.Indent == indent)
        {
            if (!_names.Add(property.Name))
                return false;
            if (_properties.Count == 0)
                _column = content.IndexOf(':', StringComparison.Ordinal);
            _properties.Add((property.Name, [(property.Value, line, Columns(content))]));
            _valueHasGaps = false;
            FollowMarkup(property.Value, begins: true);
            return true;
        }

        if (!_markupOpen && PropertyLine.Indentation(content) <= indent)
            return false;
        _properties[^1].Pieces.Add((content.TrimStart(), line, Columns(content)));
        FollowMarkup(content, begins: false);
        return true;
    }

    /// <summary>A profile belongs together even where a ticket system has taken the indentation away.</summary>
    private void FollowMarkup(string content, bool begins)
    {
        if (begins)
            _markupOpen = content.StartsWith("<VPNProfile", StringComparison.OrdinalIgnoreCase);
        if (content.Contains("/VPNProfile>", StringComparison.OrdinalIgnoreCase))
            _markupOpen = false;
    }

    private int Width()
    {
        var width = 0;
        foreach (var (_, pieces) in _properties)
        {
            for (var piece = 0; piece < pieces.Count - 1; piece++)
                width = Math.Max(width, pieces[piece].Length);
        }

        return width;
    }

    /// <summary>Web pages turn http namespaces into https after the console has wrapped them.</summary>
    private static int Columns(string content) => content.TrimEnd().Replace("https://", "http://", StringComparison.Ordinal).Length;
}
