using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>
/// Reads rasphone.pbk: sections [name] with key=value lines, those of a device behind the entry's own. Numbers are those of RASENTRY in ras.h.
/// CustomAuthData, which holds the EAP settings in binary, is not looked at.
/// </summary>
public sealed class PhonebookReader : IPassageReader
{
    private const int MostForeign = 8;
    private const int LongestLine = 200_000;

    private static readonly string[] Keys = ["PBVersion", "VpnStrategy", "BaseProtocol", "DialParamsUID"];

    public string Kind => "phonebook";

    public int Order => 60;

    public Anchors Anchors { get; } = Anchors.Of([.. Keys]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (!BeginsEntry(text, line))
                continue;
            var passage = Read(text, line);
            yield return passage;
            line = passage.Last;
        }
    }

    private static bool BeginsEntry(EvidenceText text, int line)
    {
        const int Near = 12;
        if (Section(text[line]) is null)
            return false;
        for (var below = line + 1; below <= Math.Min(text.Lines.Length, line + Near); below++)
        {
            if (Pair(text[below]) is var (key, _) && Array.Exists(Keys, anchor => anchor.Equals(key, StringComparison.OrdinalIgnoreCase)))
                return true;
            if (Section(text[below]) is not null)
                return false;
        }

        return false;
    }

    private static Passage Read(EvidenceText text, int first)
    {
        var seen = ImmutableArray.CreateBuilder<Observation>();
        List<PhonebookEntry> entries = [];
        List<int> foreign = [];
        var (last, pending) = (first, new List<int>());
        for (var line = first; line <= text.Lines.Length && pending.Count <= MostForeign; line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
                continue;
            if (Section(text[line]) is { } name)
                entries.Add(new(name, line));
            else if (Pair(text[line]) is var (key, value))
                entries[^1].Add(key, value, line);
            else
            {
                pending.Add(line);
                continue;
            }

            foreign.AddRange(pending);
            pending.Clear();
            last = line;
        }

        var about = Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown);
        seen.Add(new PhonebookRead(foreign.Count > 0 ? text.Cite(foreign[0]) : text.Cite(first, last), about, entries.Count, foreign.Count));
        foreach (var entry in entries)
            seen.Add(entry.Profile(text, about));
        return new(first, last, seen.ToImmutable(), entries.Count);
    }

    private static string? Section(string line)
    {
        var content = line.Trim();
        return content.Length is > 2 and < 300 && content is ['[', .., ']'] ? content[1..^1] : null;
    }

    private static (string Key, string Value)? Pair(string line)
    {
        if (line.Length > LongestLine)
            return null;
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        if (equals is <= 0 or > 60)
            return null;
        var key = line.AsSpan(0, equals).Trim();
        foreach (var letter in key)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '_')
                return null;
        }

        return key.IsEmpty ? null : (key.ToString(), line[(equals + 1)..].Trim());
    }

    /// <summary>An entry of a phonebook while it is read.</summary>
    private sealed class PhonebookEntry(string name, int line)
    {
        private readonly Dictionary<string, (string Value, int Line)> _values = new(StringComparer.OrdinalIgnoreCase);
        private readonly int _first = line;
        private int _last = line;

        public void Add(string key, string value, int at)
        {
            _last = at;
            _values.TryAdd(key, (value, at));
        }

        public ProfileRead Profile(EvidenceText text, Host about)
        {
            var strategy = Number("VpnStrategy");
            ImmutableArray<string> servers = _values.TryGetValue("PhoneNumber", out var phone) && phone.Value.Length > 0 ? [phone.Value] : [];
            return new(text.Cite(_first, _last), about, ProfileForm.Phonebook, name, null, servers, Tunnel(strategy), null, null, null,
                Number("IpPrioritizeRemote") switch { 0 => "SplitTunnel", 1 => "ForceTunnel", _ => null })
            {
                VpnStrategy = strategy,
                UseRasCredentials = Flag("UseRasCredentials"),
                AlwaysOn = Flag("AlwaysOnCapable") is true ? true : null,
                DeviceCompliance = Flag("DeviceComplianceEnabled"),
                DisableClassBasedDefaultRoute = Flag("DisableClassBasedDefaultRoute"),
                DnsSuffix = _values.TryGetValue("IpDnsSuffix", out var suffix) && suffix.Value.Length > 0 ? suffix.Value : null,
                Fields = Places(
                    (nameof(ProfileRead.Servers), "PhoneNumber"), (nameof(ProfileRead.TunnelType), "VpnStrategy"), (nameof(ProfileRead.VpnStrategy), "VpnStrategy"),
                    (nameof(ProfileRead.UseRasCredentials), "UseRasCredentials"), (nameof(ProfileRead.Routing), "IpPrioritizeRemote"),
                    (nameof(ProfileRead.DeviceCompliance), "DeviceComplianceEnabled"), (nameof(ProfileRead.DnsSuffix), "IpDnsSuffix"),
                    (nameof(ProfileRead.DisableClassBasedDefaultRoute), "DisableClassBasedDefaultRoute")).SetItem(nameof(ProfileRead.Name), new Locator.Lines(_first)),
            };
        }

        private int? Number(string key) =>
            _values.TryGetValue(key, out var found) && int.TryParse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        private bool? Flag(string key) => Number(key) switch { 0 => false, 1 => true, _ => null };

        private ImmutableDictionary<string, Locator> Places(params ReadOnlySpan<(string Field, string Key)> names)
        {
            var places = ImmutableDictionary.CreateBuilder<string, Locator>();
            foreach (var (field, key) in names)
            {
                if (_values.TryGetValue(key, out var found))
                    places[field] = new Locator.Lines(found.Line);
            }

            return places.ToImmutable();
        }

        /// <summary>RASENTRY.dwVpnStrategy: VS_PptpOnly 1, VS_L2tpOnly 3, VS_SstpOnly 5, VS_Ikev2Only 7; the others try several.</summary>
        private static string? Tunnel(int? strategy) => strategy switch
        {
            1 => "PPTP",
            3 => "L2TP",
            5 => "SSTP",
            7 => "IKEv2",
            0 or 2 or 4 or 6 or 8 or 12 or 13 or 14 => "Automatic",
            _ => null,
        };
    }
}
