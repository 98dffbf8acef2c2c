using System.Collections.Frozen;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>The words by which people name a machine's part: on the command line, in a manifest, in names of folders and files.</summary>
public static class HostWords
{
    private static readonly FrozenDictionary<string, HostRole> Words = new Dictionary<string, HostRole>(StringComparer.OrdinalIgnoreCase)
    {
        ["client"] = HostRole.Client,
        ["laptop"] = HostRole.Client,
        ["workstation"] = HostRole.Client,
        ["notebook"] = HostRole.Client,
        ["gateway"] = HostRole.VpnServer,
        ["vpnserver"] = HostRole.VpnServer,
        ["vpngateway"] = HostRole.VpnServer,
        ["rras"] = HostRole.VpnServer,
        ["nps"] = HostRole.NpsServer,
        ["npsserver"] = HostRole.NpsServer,
        ["radius"] = HostRole.NpsServer,
        ["adcs"] = HostRole.CertificationAuthority,
        ["certificationauthority"] = HostRole.CertificationAuthority,
        ["domaincontroller"] = HostRole.DomainController,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words too short or too common to be taken from a file's name, yet plain enough where a role is asked for.</summary>
    private static readonly FrozenDictionary<string, HostRole> Asked = new Dictionary<string, HostRole>(StringComparer.OrdinalIgnoreCase)
    {
        ["pc"] = HostRole.Client,
        ["server"] = HostRole.VpnServer,
        ["vpn"] = HostRole.VpnServer,
        ["ca"] = HostRole.CertificationAuthority,
        ["dc"] = HostRole.DomainController,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What may be written where a role is asked for.</summary>
    public static string Choice => "client, vpnserver, nps, ca, dc";

    /// <returns>Null when the word names no role.</returns>
    public static HostRole? Role(string word) =>
        Words.TryGetValue(word, out var role) || Asked.TryGetValue(word, out role) || (Enum.TryParse(word, ignoreCase: true, out role) && char.IsAsciiLetter(word[0])) ? role : null;

    /// <summary>The role that a path names as a whole word, the nearest folder first and the file's name last; unknown when none or several do.</summary>
    public static HostRole In(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var folder = parts.Length - 2; folder >= 0; folder--)
        {
            if (InName(parts[folder]) is var role and not HostRole.Unknown)
                return role;
        }

        return parts.Length == 0 ? HostRole.Unknown : InName(Path.GetFileNameWithoutExtension(parts[^1]));
    }

    private static HostRole InName(string name)
    {
        var words = SplitWords(name).ToArray();
        var found = words.Select(word => Words.GetValueOrDefault(word))
            .Concat(words.Zip(words.Skip(1), (one, next) => Words.GetValueOrDefault(one + next)))
            .Where(role => role is not HostRole.Unknown).Distinct().ToArray();
        return found.Length == 1 ? found[0] : HostRole.Unknown;
    }

    /// <summary>Letters between everything else, and between lower and upper case: vpn-server_2, RasClient, NPS01.</summary>
    private static IEnumerable<string> SplitWords(string name)
    {
        var start = 0;
        for (var at = 0; at <= name.Length; at++)
        {
            var ends = at == name.Length || !char.IsLetter(name[at]);
            var turns = !ends && at > start && char.IsUpper(name[at]) && char.IsLower(name[at - 1]);
            if (!ends && !turns)
                continue;
            if (at > start)
                yield return name[start..at];
            start = turns ? at : at + 1;
        }
    }
}
