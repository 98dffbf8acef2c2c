using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>Reads Resolve-DnsName: its table or list of records, or its error.</summary>
public sealed class ResolveDnsNameReader : IPassageReader
{
    private const string Cmdlet = "Resolve-DnsName";
    private const int LongestGap = 3;

    public string Kind => "resolve-dnsname";

    public int Order => 126;

    public Anchors Anchors { get; } = Anchors.Of(Cmdlet, "Section");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            if (Refused(text[number]) is { } name)
            {
                yield return new(number, number, [new NameResolved(text.Cite(number), text.Artifact.Host, null, name, [], null)]);
                continue;
            }

            var asked = CommandLine.Words(text[number], Cmdlet);
            if (asked is null && !IsHeading(text[number]))
                continue;
            var answer = Answer(text, number);
            if (answer.Name is null || answer.Addresses.Count == 0)
                continue;

            var queried = asked?.SkipWhile(word => word.Equals("-Name", StringComparison.OrdinalIgnoreCase)).FirstOrDefault(word => word[0] != '-')?.Trim('"', '\'');
            yield return new(
                number, answer.Last,
                [new NameResolved(text.Cite(number, answer.Last), text.Artifact.Host, null, queried ?? answer.Name, [.. answer.Addresses], Server(asked))]);
            number = answer.Last;
        }
    }

    /// <summary><c>Resolve-DnsName : vpn.example.com : DNS name does not exist</c>, whatever the language of the reason.</summary>
    private static string? Refused(string line)
    {
        if (!line.StartsWith(Cmdlet, StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = line.Split(':', 3, StringSplitOptions.TrimEntries);
        return parts.Length == 3 && parts[0].Length == Cmdlet.Length && parts[2].Length > 0 ? HostNames.Of(parts[1]) : null;
    }

    private static bool IsHeading(string line)
    {
        var columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return columns is ["Name", "Type", "TTL", "Section", ..];
    }

    private static (string? Name, List<string> Addresses, int Last) Answer(EvidenceText text, int first)
    {
        string? name = null;
        var addresses = new List<string>();
        var last = first;
        for (var number = first; number <= text.Lines.Length && number - last <= LongestGap; number++)
        {
            var line = text[number];
            if (IsHeading(line) || line.TrimStart().StartsWith("----", StringComparison.Ordinal))
            {
                last = number;
                continue;
            }

            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is [var owner, var type, var life, var section, var data] && char.IsAsciiDigit(life[0]) && char.IsAsciiLetter(section[0]))
            {
                name ??= owner;
                last = number;
                if (type is "A" or "AAAA" && AddressText.Parse(data) is { } address)
                    addresses.Add(address.ToString());
            }
            else if (PropertyLine.Parse(line) is { } property)
            {
                last = number;
                if (property.Name == "Name")
                    name ??= property.Value;
                else if (property.Name is "IP4Address" or "IP6Address" or "IPAddress" && AddressText.Parse(property.Value) is { } listed)
                    addresses.Add(listed.ToString());
            }
        }

        return (name, addresses, last);
    }

    private static string? Server(string[]? asked)
    {
        var at = asked is null ? -1 : Array.FindIndex(asked, word => word.Equals("-Server", StringComparison.OrdinalIgnoreCase));
        return at >= 0 && at + 1 < asked!.Length ? asked[at + 1] : null;
    }
}
