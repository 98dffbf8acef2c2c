using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Reports.Redaction;

/// <summary>The names of people and machines that observations hold, each as the hole of a message.</summary>
internal static class NamesSeen
{
    /// <summary>Of VPN connections and profiles.</summary>
    public static IEnumerable<string> Connections(ImmutableArray<Observation> observations) => observations.SelectMany(seen => Known(seen switch
    {
        ConnectionFailed failed => [failed.Connection],
        ConnectionProgressed step => [step.Connection],
        ProfileRead profile => [profile.Name],
        ScriptRead script => [script.ProfileName],
        ConnectionsListed listed => [.. listed.Names],
        _ => ImmutableArray<string?>.Empty,
    }));

    public static IEnumerable<Hole> In(ImmutableArray<Observation> observations) => observations.SelectMany(Of).Where(hole => hole.Text.Length > 0);

    private static IEnumerable<Hole> Of(Observation seen) =>
        Users(seen).Select(Hole.User)
            .Concat(Hosts(seen).Select(Hole.Host))
            .Concat(Subjects(seen).Select(Hole.Subject));

    private static IEnumerable<string> Users(Observation seen) => Known(seen switch
    {
        IOfAttempt attempt => [attempt.User],
        PowerShellSession session => [session.User],
        StoreListed store => [.. store.Certificates.SelectMany(one => one.PrincipalNames)],
        CertificateSeen one => [.. one.Certificate.PrincipalNames],
        EventLogged logged => [.. logged.Data.Where(pair => pair.Key.EndsWith("UserName", StringComparison.OrdinalIgnoreCase) || pair.Key.EndsWith("AccountName", StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value)],
        _ => [],
    });

    private static IEnumerable<string> Hosts(Observation seen) => Known(
    [
        seen.About.Name, seen.Source.Artifact.Host.Name, seen.At?.Clock.Name,
        .. seen switch
        {
            ConnectionProgressed step => [step.Server],
            RadiusDecision decision => [decision.Client.Name, decision.Client.NasIdentifier],
            ProfileRead profile => [profile.DnsSuffix, profile.Proxy, .. profile.Servers, .. profile.TrustedNetworks, .. profile.Eap?.ServerNames ?? []],
            NameDialled dialled => [dialled.Server],
            NameResolved resolved => [resolved.Name, resolved.Server],
            GatewayConfigured { RadiusServers: { } servers } => [.. servers],
            RadiusClientsListed clients => [.. clients.Addresses],
            EventLogged logged => [.. logged.Data.Where(pair => pair.Key.EndsWith("ComputerName", StringComparison.OrdinalIgnoreCase) || pair.Key.EndsWith("MachineName", StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value)],
            StoreListed store => [.. store.Certificates.SelectMany(one => one.DnsNames ?? [])],
            CertificateSeen one => one.Certificate.DnsNames is { } dns ? [.. dns] : [],
            RevocationAsked { Url: { } text } when Uri.TryCreate(text, UriKind.Absolute, out var url) => [url.Host],
            _ => ImmutableArray<string?>.Empty,
        },
    ]);

    private static IEnumerable<string> Subjects(Observation seen) => Known(seen switch
    {
        StoreListed store => [.. store.Certificates.SelectMany(one => new[] { one.Subject, one.Issuer })],
        CertificateSeen one => [one.Certificate.Subject, one.Certificate.Issuer],
        RevocationAsked one => [one.Subject],
        ChainBuilt chain => [chain.Subject, .. chain.Issuers],
        PrivateKeyUsed key => [key.Subject, key.Issuer],
        GatewayConfigured gateway => [gateway.AcceptedRoot],
        NetworkPolicyConfigured policy => [policy.ServerCertificate],
        _ => ImmutableArray<string?>.Empty,
    });

    private static IEnumerable<string> Known(ImmutableArray<string?> names) => names.OfType<string>().Where(name => !string.IsNullOrWhiteSpace(name));
}
