using System.Text.RegularExpressions;

namespace Aovpn.Reports.Redaction;

/// <summary>Finds names by the label beside them or by their place in a command, in the forms of listings, XML, JSON, settings and command lines.</summary>
internal static partial class LabelledValues
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Patience = 2000;

    /// <returns>Values in order that do not overlap.</returns>
    public static IReadOnlyList<LabelledValue> In(string line)
    {
        var found = new List<LabelledValue>();
        Labelled(line, Line(), found);
        Labelled(line, Inline(), found);
        Labelled(line, Element(), found);
        Labelled(line, NamedElement(), found);
        Labelled(line, Option(), found);
        Placed(line, Connection(), NameKind.Connection, found);
        Placed(line, Host(), NameKind.Host, found);
        Placed(line, Tenant(), NameKind.Identifier, found);
        if (NamesItsName().IsMatch(line))
            Placed(line, Name(), line.Contains("vpn", StringComparison.OrdinalIgnoreCase) ? NameKind.Connection : NameKind.Host, found);

        found.Sort((left, right) => left.Start.CompareTo(right.Start));
        for (var at = 1; at < found.Count;)
        {
            if (found[at].Start < found[at - 1].End)
                found.RemoveAt(at);
            else
                at++;
        }

        return found;
    }

    private static void Labelled(string line, Regex form, List<LabelledValue> found)
    {
        foreach (Match match in form.Matches(line))
        {
            if (NameLabels.Of(match.Groups["l"].Value) is { } kind)
                Add(line, match.Groups["v"], kind, found);
        }
    }

    private static void Placed(string line, Regex form, NameKind kind, List<LabelledValue> found)
    {
        foreach (Match match in form.Matches(line))
            Add(line, match.Groups["v"], kind, found);
    }

    private static void Add(string line, Group value, NameKind kind, List<LabelledValue> found)
    {
        var (start, end) = (value.Index, value.Index + value.Length);
        while (start < end && line[start] is ' ' or '\t' or '"' or '\'' or '{' or '(' or '[' or '\\' or '.')
            start++;
        while (end > start && line[end - 1] is ' ' or '\t' or '"' or '\'' or '}' or ')' or ']' or ',' or ';' or '\\' or '\r')
            end--;
        if (end > start && found.TrueForAll(other => other.End <= start || other.Start >= end))
            found.Add(new(kind, start, end - start));
    }

    /// <summary><c>Host Name. . . . : x</c>, <c>Registered Owner: x</c>, <c>AutoTriggerProfileEntryName REG_SZ x</c>: to the end of the line.</summary>
    [GeneratedRegex(@"^[\s>#\d|*-]{0,60}?(?<l>[\p{L}_][\p{L}\p{N}_ /'-]{0,60}?)[ .\t]*([:=]|\bREG_(MULTI_)?SZ\b)[ \t]*(?<v>[^<>\r\n]{1,256})$", Options, Patience)]
    private static partial Regex Line();

    /// <summary><c>"userPrincipalName": "x"</c>, <c>subjectName="x"</c>, <c>USERDOMAIN=x</c>, <c>$ProfileName = 'x'</c>; without quotes only behind an equals sign.</summary>
    [GeneratedRegex(@"(?<![\w:/.-])[""'$]?(?<l>[\p{L}_][\w-]{1,40})[""']?\s{0,3}((:=|=>|[=:])\s{0,3}(?<v>""(\\.|[^""\\])*""|'[^']*'|\[[^\]]*\])|=(?<v>[^\s,;""'<>{}()\[\]]+))", Options, Patience)]
    private static partial Regex Inline();

    [GeneratedRegex(@"<(\w+:)?(?<l>[\w.-]+)(\s[^<>]*)?>(?<v>[^<>]+)<", Options, Patience)]
    private static partial Regex Element();

    /// <summary><c>&lt;Data Name="x"&gt;</c>, <c>&lt;Property Name="x"&gt;</c>, CLIXML's <c>&lt;S N="x"&gt;</c>.</summary>
    [GeneratedRegex(@"<\w+\b[^<>]*?\bN(ame)?\s*=\s*[""'](?<l>[^""'<>]+)[""'][^<>]*>(?<v>[^<>]+)", Options, Patience)]
    private static partial Regex NamedElement();

    /// <summary><c>-ComputerName x</c>, <c>-ConnectionName 'x'</c>.</summary>
    [GeneratedRegex(@"(?<=[\s;(|]|^)-(?<l>[A-Z]\w{2,40})[ :]\s*(?<v>""[^""]*""|'[^']*'(\s*,\s*'[^']*')*|[^\s""'|;()$@-][^\s|;)]*)", Options, Patience)]
    private static partial Regex Option();

    /// <summary>rasdial, route print's list, ipconfig's heading, OMA-URIs, what Microsoft Graph shows, RasClient's sentence.</summary>
    [GeneratedRegex(@"\brasdial(\.exe)?\s+(?<v>""[^""]+""|[^\s/""]+)|^\s*\d+\.{6,}(?<v>[^.].*)$|^\s*(PPP[- ]\w+|\w+ PPP)\s+(?<v>[^:]+?)\s*:\s*$|/VPNv2/(?<v>[^/\s""'<>]+)|""(?-i:displayName)""\s*:\s*(?<v>""(\\.|[^""\\])*"")|\bDialing VPN connection\s+(?<v>[^,<>\r\n]{1,64})|\bconnection named\s+(?<v>""[^""]+""|.{1,64}?)(?=\s+which|\s+on\s|[.,;]|$)", Options, Patience)]
    private static partial Regex Connection();

    /// <summary>A UNC path, what is pinged or looked up, the name before its address in brackets, what RAS sends as a client's name.</summary>
    [GeneratedRegex(@"(?<![\\\w:])\\{2,4}(?<v>[\p{L}\p{N}][\w.-]{1,62})(?=\\|[\s""'<]|$)|\b(Resolve-DnsName|nslookup(\.exe)?|ping(\.exe)?|tracert(\.exe)?|pathping(\.exe)?|Test-Connection|Test-NetConnection|tnc|Test-WSMan)\s+(-Name\s+|-\w\s+)*(?<v>[\p{L}\p{N}][\w.-]+)(?=\s|$)|\bPinging\s+(?<v>[\w.-]+)|(?<v>[\p{L}][\w.-]*[\p{L}\p{N}])\s\[(?=[\dA-F]{1,4}[.:][\dA-F.:]*\])|\bMSRAS-\d+-(?<v>[\w.-]+)", Options, Patience)]
    private static partial Regex Host();

    [GeneratedRegex(@"\b(login\.microsoftonline\.\w+|login\.windows\.net|sts\.windows\.net|graph\.windows\.net)/(?<v>[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12})", Options, Patience)]
    private static partial Regex Tenant();

    /// <summary>Commands in which a name is just called name.</summary>
    [GeneratedRegex(@"\b\w+-(Vpn|NpsRadiusClient|RemoteAccessRadius|RemoteAccessClient)\w*|\b(add|set|delete|rename|show)\s+(client|remoteradius\w*|radiusserver|interface)\b", Options, Patience)]
    private static partial Regex NamesItsName();

    [GeneratedRegex(@"(?<=[\s;(|]|^)(-Name[ :]\s*|name\s*=\s*)(?<v>""[^""]*""|'[^']*'|[^\s""'|;()$@-][^\s|;)]*)", Options, Patience)]
    private static partial Regex Name();
}
