using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads how RRAS gives addresses and which methods it accepts, out of netsh: the script of <c>netsh ras dump</c>, which is written in netsh's own commands and so
/// the same in every language, and what <c>netsh ras ip show config</c> and <c>netsh ras show authtype</c> print. Of those two the wording is from memory and
/// translated; only words that the commands themselves take are looked for in it: auto, pool, EAP, MSCHAPv2, CERT.
/// </summary>
public sealed class NetshRasReader : IPassageReader
{
    private const int LinesOfListing = 40;
    private const string Separators = " \t\u00A0=\"():,-";

    public string Kind => "netsh-ras";

    public int Order => 129;

    public Anchors Anchors { get; } = Anchors.Of("pushd ras", "ras ip", "ras show", "RAS IP");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if ((text[line].Trim().StartsWith("pushd ras", StringComparison.OrdinalIgnoreCase) ? Dump(text, line) : Listing(text, line)) is not { } passage)
                continue;
            yield return passage;
            line = passage.Last;
        }
    }

    /// <summary>From <c>pushd ras</c> to <c>popd</c>.</summary>
    private static Passage? Dump(EvidenceText text, int first)
    {
        var found = new Found();
        var last = first;
        for (var line = first + 1; line <= text.Lines.Length && !text[line].Trim().StartsWith("pushd", StringComparison.OrdinalIgnoreCase); line++)
        {
            last = line;
            var words = Words(text[line]);
            if (words is ["popd", ..])
                break;
            switch (words.Select(word => word.ToUpperInvariant()).ToArray())
            {
                case ["SET", "ADDRASSIGN", "METHOD", var method, ..]:
                    found.Assign(method, line);
                    break;
                case ["ADD", "RANGE", "FROM", var from, "TO", var to, ..]:
                    found.Add(from, to, line);
                    break;
                case ["ADD", "AUTHTYPE", "TYPE", var type, ..]:
                    found.Accept(type, line);
                    break;
                case ["SET", "WANPORTS", .. var ports] when text[line].Contains("IKEv2", StringComparison.OrdinalIgnoreCase) && Array.IndexOf(ports, "MAXPORTS") is >= 0 and var at && at + 1 < ports.Length:
                    found.Allow(ports[at + 1], line);
                    break;
                default:
                    break;
            }
        }

        return found.ToPassage(text, first, last);
    }

    /// <summary>Below the command, or below the heading of its answer.</summary>
    private static Passage? Listing(EvidenceText text, int first)
    {
        var words = CommandLine.Words(text[first], "netsh") ?? (text[first].Trim().StartsWith("RAS IP", StringComparison.OrdinalIgnoreCase) && text[first].Length < 80 ? ["ras", "ip", "show", "config"] : null);
        var (isAddresses, isMethods) = (words is ["ras", "ip", "show", "config", ..], words is ["ras", "show", "authtype", ..]);
        if (!isAddresses && !isMethods)
            return null;

        var found = new Found();
        var (last, gap) = (first, 0);
        for (var line = first + 1; line <= text.Lines.Length && line - first < LinesOfListing && CommandLine.Words(text[line], "netsh") is null; line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
            {
                if (++gap > 1 && found.Any)
                    break;
                continue;
            }

            gap = 0;
            var seen = text[line].Length > 400 ? [] : Words(text[line]);
            var took = isMethods ? seen.Length > 0 && found.Accept(seen[0], line) : TakeAddresses(found, text[line], seen, line);
            if (!took && found.Any && !text[line].Contains(':', StringComparison.Ordinal) && char.IsLetter(text[line][0]))
                break;
            last = line;
        }

        return found.ToPassage(text, first, last);
    }

    private static bool TakeAddresses(Found found, string line, string[] words, int number)
    {
        var addresses = words.Where(word => AddressText.Parse(word) is not null && word.Count(letter => letter == '.') == 3).Take(2).ToArray();
        if (addresses is [var from, var to])
            return found.Add(from, to, number);
        return line.Contains(':', StringComparison.Ordinal) && words.Length > 1 && found.Assign(words[^1], number);
    }

    private static string[] Words(string line) => line.Split(Separators.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a dump or a listing says so far.</summary>
    private sealed class Found
    {
        private readonly List<string> _ranges = [];
        private readonly List<string> _methods = [];
        private readonly Dictionary<string, Locator.Lines> _places = new(StringComparer.Ordinal);
        private bool? _isPool;
        private int? _ports;

        public bool Any => _places.Count > 0;

        /// <summary>auto: by DHCP; pool: out of the ranges.</summary>
        public bool Assign(string method, int line)
        {
            bool? isPool = method.ToUpperInvariant() switch { "AUTO" => false, "POOL" => true, _ => null };
            if (isPool is null)
                return false;
            _isPool = isPool;
            return Note(nameof(GatewayConfigured.AddressRanges), line);
        }

        public bool Add(string from, string to, int line)
        {
            if (AddressText.Parse(from) is not { } first || AddressText.Parse(to) is not { } last)
                return false;
            _ranges.Add($"{first}-{last}");
            return Note(nameof(GatewayConfigured.AddressRanges), line);
        }

        public bool Accept(string type, int line)
        {
            var method = type.ToUpperInvariant() switch { "EAP" => "EAP", "CERT" => "Certificate", "MSCHAPV2" => "MsChapv2", "MD5CHAP" or "CHAP" => "Chap", "PAP" => "Pap", _ => null };
            if (method is null)
                return false;
            if (!_methods.Contains(method))
                _methods.Add(method);
            return Note(nameof(GatewayConfigured.AuthenticationMethods), line);
        }

        public void Allow(string ports, int line)
        {
            if (int.TryParse(ports, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                (_ports, _) = (number, Note(nameof(GatewayConfigured.Ikev2Ports), line));
        }

        public Passage? ToPassage(EvidenceText text, int first, int last)
        {
            if (!Any)
                return null;
            var host = Host.VpnServer.Or(text.Artifact.Host.Role is HostRole.VpnServer ? text.Artifact.Host : Host.Unknown);
            ImmutableArray<string>? ranges = _isPool is false ? [] : _ranges.Count > 0 ? [.. _ranges] : null;
            var seen = new GatewayConfigured(text.Cite(first, last), host, _methods.Count > 0 ? [.. _methods] : null, ranges, null, null, null)
            {
                Ikev2Ports = _ports,
                Fields = _places.ToImmutableDictionary(place => place.Key, place => (Locator)place.Value, StringComparer.Ordinal),
            };
            return new(first, last, [seen]);
        }

        private bool Note(string field, int line)
        {
            _places[field] = _places.TryGetValue(field, out var place) ? new(place.First, line) : new(line);
            return true;
        }
    }
}
