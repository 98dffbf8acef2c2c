using System.Buffers;
using System.Text;

namespace Aovpn.Diagnosis.Evidence.Secrets;

/// <summary>
/// Words of which each form of a secret has one, sought in one pass: nearly no line has any, and <see cref="SecretPatterns.Candidate"/> costs a
/// hundred times as much. Only for ASCII, where letters have two cases and no other kin.
/// </summary>
internal static class SecretWords
{
    /// <summary>What <see cref="SecretPatterns.Candidate"/> has in ASCII, each alternative by a part that it cannot do without.</summary>
    private static readonly string[] Parts =
    [
        "secret", "pass", "kennwort", "contrasena", "senha", "wachtwoord", "parola", "psk", "shared", "private", "apikey", "api_key", "api-key", "token",
        "chap-response", "chap-cpw", "chap-lm", "chap-nt", "chap2-response", "chap2-cpw", "chap2-lm", "chap2-nt", "mppe-", "nthash", "nt-hash", "lmhash", "lm-hash",
        "key material", "key_material", "key-material", "keymaterial", "key content",
        "authorization", "cookie", "bearer", "eyj", "rasdial", "radtest", "certutil", "begin", "convertto-securestring", "login ok", "login incorrect",
    ];

    private static readonly string[] BeforeBlank = ["EAP", "XAUTH", "RSA", "ECDSA", "NTLM", "P12", "PKCS8", "PIN"];

    /// <summary>Of net use and net user.</summary>
    private static readonly string[] AfterBlank = ["use"];

    private static readonly string[] BetweenBlanks = ["-p", "/p", "-pw", "/pw", "-rp", "/rp"];

    private const string Blanks = " \t\n\v\f\r";

    private static readonly SearchValues<string> All = SearchValues.Create(
        [
            .. Parts,
            .. BeforeBlank.SelectMany(word => Blanks.Select(blank => word + blank)),
            .. AfterBlank.SelectMany(word => Blanks.Select(blank => blank + word)),
            .. BetweenBlanks.SelectMany(word => Blanks.SelectMany(before => Blanks.Select(after => before + word + after))),
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <returns>False where the line has no secret of a named form.</returns>
    public static bool MayBeIn(ReadOnlySpan<char> line) => !Ascii.IsValid(line) || line.ContainsAny(All) || NamesUser(line);

    /// <summary>An address with a user in it; each event in XML has one without, of its schema.</summary>
    private static bool NamesUser(ReadOnlySpan<char> line) => line.IndexOf("://", StringComparison.Ordinal) is >= 0 and var address && line[address..].Contains('@');
}
