using System.Text.RegularExpressions;

namespace Aovpn.Reports.Redaction;

/// <summary>The forms of names that say by themselves what they are, wherever they stand.</summary>
internal static partial class NamePatterns
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Patience = 2000;

    [GeneratedRegex(@"\bS-1-(5-21|12-1)(-\d+){1,15}", Options, Patience)]
    internal static partial Regex SecurityIdentifier();

    /// <summary>A distinguished name; a value ends at a comma, a tag, a quote or the end.</summary>
    [GeneratedRegex(@"(?<![\w=])(CN|OU|O|DC|L|S|ST|C|E|STREET|T|SN|G|SERIALNUMBER|OID\.[\d.]+)\s?=\s?(""[^""]*""|[^,;<>""'|=\r\n]+)([,;+]\s*(CN|OU|O|DC|L|S|ST|C|E|STREET|T|SN|G|SERIALNUMBER|OID\.[\d.]+)\s?=\s?(""[^""]*""|[^,;<>""'|=\r\n]+))*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    internal static partial Regex DistinguishedName();

    /// <summary>One part of a name on a line of its own, as certutil -v lists them: there a comma belongs to the value.</summary>
    [GeneratedRegex(@"^(?<lead>\s*)(CN|OU|O|DC|L|S|ST|C|E|STREET|T|SN|G|SERIALNUMBER)\s?=\s?(?<v>[^=<>]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    internal static partial Regex NamePart();

    [GeneratedRegex(@"(?<![\w.+-])(?<user>[\w.+'$-]+)@(?<domain>[\w-]+(\.[\w-]+)+)", Options, Patience)]
    internal static partial Regex PrincipalName();

    /// <summary>DOMAIN\user; not a path, nor a key of the registry.</summary>
    [GeneratedRegex(@"(?<![\\/:\w.%-])(?<domain>[\p{L}\p{N}][\p{L}\p{N}._-]{0,30})\\{1,2}(?<user>[\p{L}\p{N}][\p{L}\p{N}._$'-]*)(?![\\\w])", Options, Patience)]
    internal static partial Regex DownLevelName();

    /// <summary>The folder of a user's own files.</summary>
    [GeneratedRegex(@"(?<=[\\/](Users|Benutzer|Utilisateurs|Usuarios|home)[\\/]{1,2})(?<user>[^\\/\s""'<>|:]+)", Options, Patience)]
    internal static partial Regex HomeFolder();

    /// <summary>A principal as klist writes it: <c>alice @ CORP.EXAMPLE</c>.</summary>
    [GeneratedRegex(@"(?<![\w.])(?<user>[\w.$-]+)\s@\s(?<domain>[\w-]+(\.[\w-]+)+)", Options, Patience)]
    internal static partial Regex TicketName();

    /// <summary>Names with commas between them.</summary>
    [GeneratedRegex(@"(?<comma>\s*[,;]\s*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Patience)]
    internal static partial Regex Listed();

    /// <summary>Parts of a name as CAPI2's events write them.</summary>
    [GeneratedRegex(@"(?<=<(CN|O|OU|DC|L|S|C|E|SERIALNUMBER)>)(?<v>[^<>]+)(?=</)", Options, Patience)]
    internal static partial Regex NameElement();

    [GeneratedRegex(@"(?<![\w.])([0-9A-F]{2}[:-]){5}[0-9A-F]{2}(?![\w:-])|(?<![\w:-])(?<![0-9A-F]{2}\s+)([0-9A-F]{2} ){5}[0-9A-F]{2}(?![\w:-])(?!\s+[0-9A-F]{2}\b)|(?<![\w.])([0-9A-F]{4}\.){2}[0-9A-F]{4}(?![\w.])", Options, Patience)]
    internal static partial Regex HardwareAddress();

    /// <summary>Not the object identifiers of X.500 names and certificate extensions, which have four parts too.</summary>
    [GeneratedRegex(@"(?<![\w.])(?!2\.5\.(4|29)\.)(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\w]|\.\d)", Options, Patience)]
    internal static partial Regex Ipv4();

    [GeneratedRegex(@"(?<![\w:.])[0-9A-F]{0,4}(:[0-9A-F]{0,4}){2,7}(%\w+)?(?![\w:])", Options, Patience)]
    internal static partial Regex Ipv6();

    /// <summary>Hashes of certificates, with or without separators; serial numbers; whatever is long and hexadecimal.</summary>
    [GeneratedRegex(@"(?<![\w-])(0x)?([0-9A-F]{2}[ :-]){15,}[0-9A-F]{2}(?![\w-])|(?<![\w-])(0x[0-9A-F]{33,}|[0-9A-F]{17,})(?![\w-])", Options, Patience)]
    internal static partial Regex Hexadecimal();

    [GeneratedRegex(@"(?=[A-Za-z+/\\]*\d)(\\u00[0-9A-F]{2}|[A-Za-z0-9+/]){60,}={0,2}", Options, Patience)]
    internal static partial Regex Base64();

    /// <summary>A name in DNS: its last label is a top level domain in use, or one that companies give themselves.</summary>
    [GeneratedRegex(@"(?<![\w.@\\-])(\*\.|_[a-z]+\.)*([\p{L}\p{N}_]([\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+(com|net|org|info|biz|edu|gov|mil|int|local|lan|internal|intra|intranet|corp|home|private|example|test|invalid|cloud|app|dev|online|global|group|systems|services|solutions|network|digital|tech|bank|swiss|eu|[a-z]{2}(?<!md|gz|7z|sh|py|js|cs|ps|fs|vb|so|db))\.?(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])", Options, Patience)]
    internal static partial Regex HostName();

    [GeneratedRegex(@"[\p{L}\p{N}_]([\p{L}\p{N}_.-]*[\p{L}\p{N}_])?", Options, Patience)]
    internal static partial Regex Word();
}
