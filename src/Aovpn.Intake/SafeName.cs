using System.Text;

namespace Aovpn.Intake;

/// <summary>Names from archives and disks made safe to show: nothing leads out of the archive, nothing steers a terminal.</summary>
internal static class SafeName
{
    /// <returns>The name without drive, root and <c>..</c>, with forward slashes; and whether it wanted out.</returns>
    public static (string Name, bool ClimbsOut) OfEntry(string entry)
    {
        var parts = entry.Replace('\\', '/').Split('/');
        var kept = parts.Where(part => part is not ("" or "." or "..") && !IsDrive(part)).Select(Shown).ToArray();
        var climbs = entry.StartsWith('/') || entry.StartsWith('\\') || parts.Any(part => part == ".." || IsDrive(part));
        return (kept.Length == 0 ? "unnamed" : string.Join('/', kept), climbs);
    }

    /// <summary>Control and formatting characters (escape sequences, reversed text) become their code points.</summary>
    public static string Shown(string name)
    {
        if (!name.Any(IsUnsafe))
            return name;
        var shown = new StringBuilder();
        foreach (var letter in name)
        {
            if (IsUnsafe(letter))
                shown.Append("\\u").Append(((int)letter).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            else
                shown.Append(letter);
        }

        return shown.ToString();
    }

    public static string Join(string folder, string name) => folder.Length == 0 ? name : name.Length == 0 ? folder : $"{folder}/{name}";

    private static bool IsUnsafe(char letter) =>
        char.IsControl(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.Format;

    private static bool IsDrive(string part) => part.Length == 2 && part[1] == ':' && char.IsAsciiLetter(part[0]);
}
