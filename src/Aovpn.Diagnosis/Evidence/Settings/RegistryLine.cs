namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>A value's line below a registry key.</summary>
internal static class RegistryLine
{
    /// <summary>How reg.exe begins an error, by language of Windows; all but English are unverified.</summary>
    private static readonly string[] Errors = ["ERROR:", "FEHLER:", "ERREUR", "ERRORE:", "ERRO:", "ОШИБКА:", "エラー:", "错误:"];

    public static (string Name, string Data)? Parse(string line)
    {
        if (line.StartsWith("    ", StringComparison.Ordinal) && line.IndexOf("    REG_", StringComparison.Ordinal) is > 3 and var type)
        {
            var behind = line[(type + 4)..];
            var end = behind.IndexOf(' ', StringComparison.Ordinal);
            return (line[..type].Trim(), end < 0 ? "" : behind[end..].Trim().Replace("\\0", ", ", StringComparison.Ordinal).TrimEnd(',', ' '));
        }

        if (line is ['"' or '@', ..] && line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            return (line[..equals].Trim('"'), Exported(line[(equals + 1)..]));
        return null;
    }

    /// <summary>A .reg file breaks long binary values with a backslash, the rest stands indented.</summary>
    public static bool Continues(string line) => line.StartsWith("  ", StringComparison.Ordinal) && line.AsSpan().Trim() is [_, _, ',' or '\\', ..] or [_, _];

    public static bool IsError(string line) => Array.Exists(Errors, error => line.TrimStart().StartsWith(error, StringComparison.OrdinalIgnoreCase));

    /// <summary>hex(7) holds strings in UTF-16; on one line they are read, broken ones are not.</summary>
    private static string Exported(string data)
    {
        const string Strings = "hex(7):";
        if (!data.StartsWith(Strings, StringComparison.OrdinalIgnoreCase))
            return data.Trim().Trim('"');
        var bytes = new List<byte>();
        foreach (var pair in data[Strings.Length..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!byte.TryParse(pair, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var value))
                break;
            bytes.Add(value);
        }

        return System.Text.Encoding.Unicode.GetString([.. bytes]).TrimEnd('\0').Replace("\0", ", ", StringComparison.Ordinal);
    }
}
