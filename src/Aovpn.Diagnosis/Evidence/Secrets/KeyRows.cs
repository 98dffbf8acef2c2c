using System.Buffers;
using System.Text.RegularExpressions;

namespace Aovpn.Diagnosis.Evidence.Secrets;

/// <summary>
/// Session keys, which no word announces: rows of Wireshark's tables (<c>ikev2_decryption_table</c>, <c>ikev1_decryption_table</c>, <c>esp_sa</c>),
/// lines of a TLS key log, entries of a transcript of <c>aovpn probe --keys</c>, in one line or in several. SPIs, cookies and random numbers stay, for they say whose keys they were.
/// </summary>
internal static partial class KeyRows
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Patience = 2000;

    /// <summary>How each of a transcript's names of keys begins.</summary>
    private static readonly SearchValues<string> Named = SearchValues.Create(["\"sk-", "\"encr-", "\"integ-"], StringComparison.OrdinalIgnoreCase);

    /// <returns>The line without session keys.</returns>
    public static string Blanked(string line)
    {
        if (Row().Match(line) is { Success: true } row)
            return line[..row.Length] + SecretBlanker.Blanked;
        if (line.Contains("\"keys\"", StringComparison.Ordinal))
            line = Value().Replace(line, $"${{name}}\"{SecretBlanker.Blanked}\"");
        return line.ContainsAny(Named) ? NamedValue().Replace(line, $"${{name}}\"{SecretBlanker.Blanked}\"") : line;
    }

    /// <summary>What stands before the keys: two SPIs, a cookie, an ESP SA's addresses, SPI and cipher, a label and the client's random.</summary>
    [GeneratedRegex(
        @"^\s*(""?[0-9a-f]{16}""?\s*,\s*""?[0-9a-f]{16}""?\s*,(?=\s*""?(0x)?[0-9a-f]*""?\s*,)|""?[0-9a-f]{16}""?\s*,(?=\s*""?(0x)?[0-9a-f]{16,}""?\s*$)|""IPv[46]""\s*,(\s*""[^""]*""\s*,){4}(?=\s*""0x)|(CLIENT|SERVER|EARLY|EXPORTER|RSA)[A-Z0-9_]*\s+([0-9a-f]{16,64}|Session-ID:[0-9a-f]+)\s+(?=(Master-Key:)?[0-9a-f]{32,}))",
        Options, Patience)]
    private static partial Regex Row();

    /// <summary>A value as long as a key; SPIs are shorter.</summary>
    [GeneratedRegex(@"(?<name>""[\w-]+""\s*:\s*)""(0x)?[0-9a-f]{20,}""", Options, Patience)]
    private static partial Regex Value();

    /// <summary>A key by its name, where a program has broken the entry into lines.</summary>
    [GeneratedRegex(@"(?<name>""(sk-(d|[aep][ir])|(encr|integ)-[ir])""\s*:\s*)""[^""]*""", Options, Patience)]
    private static partial Regex NamedValue();
}
