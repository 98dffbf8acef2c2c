using System.Globalization;

namespace Aovpn.Reports.Bundles;

/// <summary>Names of entries: below evidence/, fit for every file system, none twice.</summary>
internal sealed class BundleNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string artifact, string ending)
    {
        var parts = artifact.Replace('\\', '/').Split('/').Select(Fit).Where(part => part.Length > 0).ToArray();
        var name = $"evidence/{(parts.Length == 0 ? "unnamed" : string.Join('/', parts))}{ending}";
        for (var copy = 2; !_taken.Add(name); copy++)
            name = string.Create(CultureInfo.InvariantCulture, $"evidence/{copy}/{string.Join('/', parts)}{ending}");
        return name;
    }

    private static string Fit(string part)
    {
        var fit = string.Concat(part.Select(letter => char.IsControl(letter) || letter is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? '_' : letter)).Trim(' ', '.');
        return part is ".." or "." ? "" : fit;
    }
}
