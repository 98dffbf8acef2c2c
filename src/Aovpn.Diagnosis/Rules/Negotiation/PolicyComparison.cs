using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.Negotiation;

/// <summary>IPsec settings of a connection against those of the VPN server, setting by setting.</summary>
internal static class PolicyComparison
{
    public const string EncryptionMethod = "EncryptionMethod", IntegrityCheckMethod = "IntegrityCheckMethod", DHGroup = "DHGroup";
    public const string CipherTransformConstants = "CipherTransformConstants", AuthenticationTransformConstants = "AuthenticationTransformConstants", PfsGroup = "PfsGroup";

    /// <summary>The six elements of CryptographySuite (VPNv2 CSP).</summary>
    public static readonly ImmutableArray<string> Elements = [AuthenticationTransformConstants, CipherTransformConstants, EncryptionMethod, IntegrityCheckMethod, DHGroup, PfsGroup];

    /// <summary>Settings that both sides show and that name different algorithms.</summary>
    public static IEnumerable<(string Setting, string Client, string Server)> Differences(
        ImmutableDictionary<string, string> client, ImmutableDictionary<string, string> server, params string[] settings)
    {
        foreach (var setting in settings)
        {
            if (Value(client, setting) is { } left && Value(server, setting) is { } right && Algorithm(left) != Algorithm(right))
                yield return (setting, left, right);
        }
    }

    public static string? Value(ImmutableDictionary<string, string> policy, string setting) =>
        policy.FirstOrDefault(one => string.Equals(one.Key, setting, StringComparison.OrdinalIgnoreCase)).Value is { Length: > 0 } value ? value : null;

    /// <summary>GCMAES256 and AES_GCM_256 are the same.</summary>
    public static bool IsGcm(string value) => Algorithm(value).Contains("GCM", StringComparison.Ordinal);

    public static Citation PlaceInProfile(ProfileRead profile, string setting) => Place(profile, nameof(ProfileRead.CryptographySuite), setting);

    public static Citation PlaceInGateway(GatewayConfigured gateway, string setting) => Place(gateway, nameof(GatewayConfigured.CustomPolicy), setting);

    /// <summary>The narrow place of one setting where the reader noted it, else of the whole policy.</summary>
    private static Citation Place(Cited seen, string property, string setting) => seen.Cite(seen.Fields.ContainsKey(setting) ? setting : property);

    private static string Algorithm(string value)
    {
        var name = value.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return name.StartsWith("AESGCM", StringComparison.Ordinal) ? $"GCMAES{name[6..]}" : name;
    }
}
