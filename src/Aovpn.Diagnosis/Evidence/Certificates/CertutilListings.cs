using System.Globalization;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>
/// Finds certutil listings in a text by what no translation changes: the banner of equals signs with a number, the store's name
/// with its display name in quotes, the command, and the last line that begins with CertUtil.
/// </summary>
internal sealed class CertutilListings(EvidenceText text)
{
    private const int LinesBeforeFirstBanner = 4;

    private readonly List<CertutilListing> _found = [];
    private CertutilListing? _open;
    private int _strangers;
    private bool _blankBefore;
    private bool _bannerBefore;

    public static List<CertutilListing> Find(EvidenceText text)
    {
        var search = new CertutilListings(text);
        for (var number = 1; number <= text.Lines.Length; number++)
            search.Take(number, text[number]);
        search.Close();
        return search._found;
    }

    /// <returns>The number in a banner such as <c>================ Certificate 0 ================</c>; null for other lines.</returns>
    public static int? Banner(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        var inner = line.Trim('=');
        if (line.Length is < 12 or > 200 || line.Length - inner.Length < 8 || inner.Length < 3 || line[0] != '=' || line[^1] != '=')
            return null;
        inner = inner.Trim();
        var digits = inner.LastIndexOfAnyExceptInRange('0', '9') + 1;
        return digits > 0 && digits < inner.Length && int.TryParse(inner[digits..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private void Take(int number, string line)
    {
        if (line.AsSpan().Trim(" \t\u00A0").Length == 0)
        {
            _blankBefore = true;
            return;
        }

        if (CertutilCommand.Parse(line) is { } command)
        {
            Close();
            _open = new(number) { Command = command, HeadingLine = number };
        }
        else if (Banner(line) is { } index)
        {
            TakeBanner(number, index);
            (_blankBefore, _bannerBefore) = (false, true);
            return;
        }
        else if (IsLastLine(line))
        {
            TakeLastLine(number, line);
        }
        else if (StoreNames.OfHeading(line, bare: _open is { Command: not null, Heading: null, Blocks.Count: 0 }) is { } store)
        {
            TakeHeading(number, store);
        }
        else if (_open is not null)
        {
            TakeBody(number, line);
        }

        (_blankBefore, _bannerBefore) = (false, false);
    }

    /// <summary>A banner right below a banner opens a nesting level of the same certificate.</summary>
    private void TakeBanner(int number, int index)
    {
        _open ??= new(number);
        _open.Last = number;
        if (!_bannerBefore || _open.Blocks.Count == 0)
            _open.Blocks.Add(new(index, number, number));
    }

    private void TakeHeading(int number, string store)
    {
        if (_open is not { Heading: null, Blocks.Count: 0 })
            Close();
        _open ??= new(number);
        _open.Heading = store;
        _open.HeadingLine = number;
        _open.Last = number;
    }

    private void TakeLastLine(int number, string line)
    {
        if (_open is null)
            return;
        if (line.Contains("0x8", StringComparison.OrdinalIgnoreCase) || line.Contains("FAILED", StringComparison.Ordinal))
        {
            Close();
            return;
        }

        _open.Last = number;
        _open.Succeeded = true;
        _open.IsDump = line.Contains("dump", StringComparison.OrdinalIgnoreCase);
        Close();
    }

    private void TakeBody(int number, string line)
    {
        if (_open is not { } open)
            return;
        if (open.Blocks.Count == 0)
        {
            if (++_strangers >= LinesBeforeFirstBanner)
                Close();
            return;
        }

        if (!Belongs(open, line))
        {
            Close();
            return;
        }

        open.Last = number;
        open.Blocks[^1] = open.Blocks[^1] with { Last = number };
    }

    /// <summary>Lines of a certificate are labelled, indented, or one of certutil's sentences, which follow without a blank line.</summary>
    private bool Belongs(CertutilListing open, string line)
    {
        const int LongestSentence = 90;
        var read = new CertutilLine(line, 0, Indent(text[open.Blocks[^1].First]));
        if (read.Field is not CertutilField.Unknown || read.Indent > 0 || line.AsSpan().TrimStart().StartsWith("----", StringComparison.Ordinal))
            return true;
        return !_blankBefore && (read.Separator != '\0' ? read.Label.Length <= 60 : line.Length <= LongestSentence);
    }

    private static bool IsLastLine(string line) => line.AsSpan().TrimStart().StartsWith("CertUtil:", StringComparison.OrdinalIgnoreCase);

    public static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    /// <summary>A command or a heading with nothing below it proves nothing, unless certutil says that it listed all there is.</summary>
    private void Close()
    {
        if (_open is { } open && (open.Blocks.Count > 0 || (open.Succeeded && open.HeadingLine > 0 && open.Command?.Verb is not "dump")))
            _found.Add(open);
        _open = null;
        _strangers = 0;
    }
}
