using System.Text.RegularExpressions;

namespace Aovpn.Diagnosis.Evidence.Secrets;

/// <summary>The forms in which evidence of all kinds writes secrets down. Each has the value in the group <c>v</c>.</summary>
internal static partial class SecretPatterns
{
    /// <summary>Names of settings, attributes, elements and options whose value is a secret.</summary>
    private const string Key =
        @"[\w.:-]{0,40}(?:secret|pass[_-]?word|passwd|passphrase|passwort|kennwort|mot de passe|contrase(?:ñ|n)a|senha|wachtwoord|parola|пароль|パスワード|密码|密碼|(?<!\p{L})psk|l2tp[_-]?psk|pre-?shared[ _-]?key|vorinstallierter schlüssel|(?<!\p{L})private[ _-]?key|api[_-]?key|(?:access|refresh|id|bearer)[_-]?token|ms-chap2?-(?:response|cpw|lm-enc-pw|nt-enc-pw)|chap-(?:password|response)|mppe-(?:send|recv)-key|mppe-keys|nt-?hash|lm-?hash|key[ _-]?material|key content|schlüsselinhalt|shared[_-]?key|sas[_-]?token)[\w-]*";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Patience = 2000;

    /// <summary>A quick look: lines without any of these have no secret of a named form.</summary>
    [GeneratedRegex(Key + "|authorization|cookie|bearer|eyJ|://[^/]*@|rasdial|radtest|net1?(\\.exe)?\\S{0,6}\\s+use|\\s[-/](p|pw|rp)\\s|certutil|pass:|BEGIN|ConvertTo-SecureString|Login (OK|incorrect)|(EAP|XAUTH|RSA|ECDSA|NTLM|P12|PKCS8|PIN)\\s", Options, Patience)]
    internal static partial Regex Candidate();

    /// <summary><c>sharedsecret = "x"</c>, <c>"password": "x"</c>, <c>Cleartext-Password := 'x'</c>.</summary>
    [GeneratedRegex(@"(?<!</?)" + Key + @"[""']?\s*(:=|==|=>|=|:)\s*(?<v>""(\\.|[^""\\])*""?|'[^']*'?)", Options, Patience)]
    internal static partial Regex Quoted();

    /// <summary><c>Shared secret : x</c>, <c>MS-CHAP2-Response = 0x00</c>, <c>SharedSecret REG_SZ x</c>: to the end of the line or the next tag.</summary>
    [GeneratedRegex(@"(?<!<[^<>]*)" + Key + @"\s+REG_\w+\s+(?<v>[^\s[].*)|(?<!<[^<>]*)" + Key + @"[\w \t""'-]*?(:=|==|=>|=|:)[ \t]*(?<v>[^""'\s<[][^<]*)", Options, Patience)]
    internal static partial Regex Assigned();

    /// <summary><c>&lt;Shared_Secret dt="string"&gt;x</c>, <c>&lt;Data Name="Password"&gt;x</c>: the beginning of the element, whatever is in it.</summary>
    [GeneratedRegex(@"<(?!/)(?<n>[\w.:-]+)(?<a>(?=[^<>]*\bName\s*=\s*[""']" + Key + @"[""'])[^<>]*|(?<=<" + Key + @")(\s[^<>]*)?)(?<!/)>", Options, Patience)]
    internal static partial Regex Element();

    /// <summary><c>&amp;lt;L2tpPsk&amp;gt;x&amp;lt;/</c>: an element as SyncML and scripts carry it, or with its escapes taken off.</summary>
    [GeneratedRegex(@"(&(amp;)*lt;|<)" + Key + @"(\s[^&<>]*)?(&(amp;)*gt;|>)(?!\s*(&(amp;)*lt;|<|$))(?<v>.+?)(?=&(amp;)*lt;|<|$)", Options, Patience)]
    internal static partial Regex EscapedElement();

    /// <summary>The beginning of such an element where one may stand; behind a word, <c>&amp;lt;password&amp;gt;</c> is a place for one.</summary>
    [GeneratedRegex(@"(?<=(^|[>""']|&gt;)\s*)(?<l>&(amp;)*lt;)(?<n>" + Key + @")(\s[^&<>]*)?&(amp;)*gt;", Options, Patience)]
    internal static partial Regex EscapedStart();

    /// <summary><c>-SharedSecret x</c>, <c>-Password (ConvertTo-SecureString 'x' -AsPlainText)</c>, <c>/password:x</c>.</summary>
    [GeneratedRegex(@"(?<=^|[\s;|(])[-/]" + Key + @"([ \t]+|:)(?<v>""[^""]*""?|'[^']*'?|\([^)]*\)?|[^\s""'(-][^\s]*)", Options, Patience)]
    internal static partial Regex Option();

    /// <summary>A header with credentials, to the end of the line; a token by itself, a password in an address. A cookie's header has a pair in it: IKE has cookies too, and people speak of them.</summary>
    [GeneratedRegex(@"\b(proxy-)?authorization[""']?\s*[:=]\s*(?<v>[^\s<].*)|\b(set-)?cookie2?[""']?\s*[:=]\s*[""']?(?<v>[^\s""'<>=:;,]+=[^\s<].*|[\w.~+/%-]{20,}=*)|\bBearer\s+(?<v>[\w.~+/=-]{16,})|\b(?<v>eyJ[\w-]{6,}\.[\w-]{6,}(\.[\w-]*){0,3})|://[^/\s:@<>""]*:(?<v>[^/\s@<>""]+)(?=@)", Options, Patience)]
    internal static partial Regex Header();

    /// <summary>Credentials by their position on the command lines of Windows: rasdial, net use, net user, certutil -p, psexec -p, schtasks /rp, ConvertTo-SecureString.</summary>
    [GeneratedRegex(@"\brasdial(\.exe)?""?\s+(""[^""]+""|\S+)\s+(?!/)(""[^""]+""|\S+)\s+(?<v>""[^""]*""?|[^/\s]\S*)|\bnet1?(\.exe)?""?\s+use\s+(\S+\s+)?\\\\\S+\s+(/\S+\s+)*(?<v>""[^""]*""?|[^/\s*]\S*)|\bnet1?(\.exe)?""?\s+user\s+(""[^""]+""|[^\s/]\S*)\s+(?<v>""[^""]*""?|[^/\s*]\S*)|\b(certutil|ps?exec(64)?|paexec|plink|pscp|sshpass|sqlcmd|osql|bcp)\b[^|;]*?\s[-/]pw?\s*(?<v>""[^""]*""?|[^\s""]+)|\bschtasks\b.*?/rp\s+(?<v>""[^""]*""?|[^\s""]+)|ConvertTo-SecureString\s+(-String\s+)?(?<v>""[^""]*""|'[^']*'|[^-\s$(][^\s)]*)", Options, Patience)]
    internal static partial Regex Positional();

    /// <summary>The same of other systems: openssl's pass:, radtest, ipsec.secrets, FreeRADIUS's log.</summary>
    [GeneratedRegex(@"\bpass:(?<v>""[^""]*""?|\S+)|\bradtest\s+(-\w+\s+)*(""[^""]+""|\S+)\s+(?<v>""[^""]*""|\S+)\s+\S+\s+\S+\s+(?<v>\S+)|:\s*(PSK|EAP|XAUTH|RSA|ECDSA|NTLM|P12|PKCS8|PIN)\s+([^\s""']+\s+)?(?<v>""[^""]*""|'[^']*'|0[sx]\S+)|\bLogin (OK|incorrect\b.*?): \[[^/\]]*/(?<v>(?!<via ).+?)(?=\] \(from client |\]?\s*$)", Options, Patience)]
    internal static partial Regex Elsewhere();

    /// <summary>As people write it: my password is Summer2026! What has no digit in it may be a word of the sentence.</summary>
    [GeneratedRegex(Key + @"\s+(is|was|ist|lautet|war|est|es|=|->)\s*:?\s*(?<v>(?=\S*\d)(?=\S*\p{L})\S{6,})", Options, Patience)]
    internal static partial Regex Told();

    /// <summary>The beginning of a PEM block that holds a private key.</summary>
    [GeneratedRegex(@"-----BEGIN [A-Z0-9 ]*PRIVATE KEY( BLOCK)?-----", Options, Patience)]
    internal static partial Regex PrivateKey();

    /// <summary>A line of nothing but base64, as in the middle of a key, a PFX or a certificate.</summary>
    [GeneratedRegex(@"^\s*(?=\S*\d)(?!\s*[0-9A-F]+\s*$)[A-Za-z0-9+/]{40,}={0,2}\s*$", Options, Patience)]
    internal static partial Regex Base64Line();

    /// <summary>The line below a table's headings.</summary>
    [GeneratedRegex(@"^\s*-{2,}(\s+-{2,})*\s*$", Options, Patience)]
    internal static partial Regex TableRule();

    /// <summary>A setting whose name and value stand in two attributes: <c>key="SharedSecret" value="x"</c>.</summary>
    [GeneratedRegex(@"\b(key|name|n)\s*=\s*[""']" + Key + @"[""'][^<>]*?\bvalue\s*=\s*(?<v>""[^""<>]*""|'[^'<>]*')", Options, Patience)]
    internal static partial Regex ValueAttribute();

    /// <summary>Nothing but the name of such a setting, whose value stands in what follows.</summary>
    [GeneratedRegex(@"^\s*" + Key + @"\s*$", Options, Patience)]
    internal static partial Regex WordAlone();

    /// <summary>A tag, or what stands between quotes in it.</summary>
    [GeneratedRegex(@"(?<q>[""'])(?<v>[^""'<>]*)\k<q>", Options, Patience)]
    internal static partial Regex Attribute();

    /// <summary>A string of JSON in which something is escaped.</summary>
    [GeneratedRegex(@"""(?<v>(\\.|[^""\\])*\\.(\\.|[^""\\])*)""", Options, Patience)]
    internal static partial Regex EscapedString();

    [GeneratedRegex(Key, Options, Patience)]
    internal static partial Regex Word();
}
