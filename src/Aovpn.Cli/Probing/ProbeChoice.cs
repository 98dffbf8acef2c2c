using System.Collections.Immutable;
using System.Net;
using Aovpn.Diagnosis.Observations;
using Aovpn.Probes;
using Aovpn.Probes.Sessions.Eap;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Cli.Probing;

/// <summary>Makes the settings of a probe of what was typed and of the profile.</summary>
internal static class ProbeChoice
{
    /// <summary>In place of a file: the client has none.</summary>
    private const string NoCertificate = "none";

    /// <summary>Of a stranger whom nobody named: a name that no directory has.</summary>
    private const string NobodysName = "aovpn-probe";

    /// <exception cref="UsageException">Something is missing, or cannot be read.</exception>
    public static ProbeSettings Of(ProbeArguments arguments, ProfileRead? profile, DateTimeOffset now)
    {
        var host = arguments.Host ?? profile?.Servers.FirstOrDefault() ?? throw new UsageException("name the VPN server, or a profile that does: aovpn probe vpn.example.com.");
        var named = Method(arguments, profile);
        var hasCredentials = arguments.Certificate is not null || arguments.PasswordFile is not null || arguments.PasswordVariable is not null;
        var method = hasCredentials ? named : ProbeMethod.Stranger;
        var (roots, from) = ProbeCredentials.Roots(arguments.Roots);
        ImmutableArray<string> names = arguments.ServerNames.Count > 0 ? [.. arguments.ServerNames] : profile?.Eap?.ServerNames ?? [];
        var thumbprints = profile?.Eap?.TrustedRoots ?? [];
        var policy = profile is { CryptographySuite.IsEmpty: false } ? ClientPolicy.Of(profile.CryptographySuite) : ClientPolicy.WindowsDefault;

        return new(host)
        {
            IkePort = arguments.Port,
            NatTraversalPort = arguments.Port4500,
            HttpsPort = arguments.HttpsPort,
            PptpPort = arguments.PptpPort,
            Addresses = [.. arguments.Addresses.Select(address => Parsed(address, "--address"))],
            Resolvers = [.. arguments.Resolvers.Select(Resolver)],
            ExternalAddressService = arguments.ExternalAddress is { } url ? Service(url) : null,
            Suites = arguments.Suites.Count > 0 ? [.. arguments.Suites.Select(text => ClientPolicy.Suite(text) ?? throw new UsageException($"--suite {text}: write cipher, hash and group, as aes256-sha256-modp2048."))] : policy.Ike,
            EspSuites = arguments.EspSuites.Count > 0 ? [.. arguments.EspSuites.Select(text => ClientPolicy.EspSuite(text) ?? throw new UsageException($"--esp {text}: write cipher and hash, as aes256-sha256, or aes256gcm16."))] : policy.Esp,
            Method = method,
            Eap = named is ProbeMethod.Machine ? null
                : hasCredentials ? Eap(arguments, method, new(roots, now) { ServerNames = names, RootThumbprints = thumbprints })
                : Stranger(arguments, named),
            MachineCertificate = method is ProbeMethod.Machine && arguments is { Certificate: not (null or NoCertificate), DryRun: false } ? ProbeCredentials.Certificate(arguments) : null,
            PreSharedKey = PreSharedKey(arguments, profile),
            LacksCertificate = arguments.Certificate is NoCertificate,
            Roots = roots,
            RootsFrom = from,
            ServerNames = names,
            TrustedRoots = thumbprints,
            Connecting = Waits(arguments.GiveUpAfter),
            Inside = InsideChoice.Of(arguments),
            AsksSuites = !arguments.SkipsSuites,
            OnlyConnects = arguments.OnlyConnection,
            ChecksRevocation = arguments.ChecksRevocation,
            TrustsAnyGateway = method is ProbeMethod.Stranger,
        };
    }

    /// <exception cref="UsageException">A connection alone is asked for of a tunnel type that has none here.</exception>
    public static ProbePlan Plan(ProbeArguments arguments, ProfileRead? profile)
    {
        if (!arguments.OnlyConnection)
            return ProbePlan.Of(Tunnel(arguments, profile));
        return arguments.Tunnel is null or "ikev2"
            ? ProbePlan.Connection
            : throw new UsageException($"--connection-only and --tunnel {arguments.Tunnel}: only an IKEv2 connection can be made by itself. Leave one of them out.");
    }

    /// <summary>What was typed, else the profile's. Only L2TP has one. A dry run names the steps and reads no file but the profile.</summary>
    private static Secret? PreSharedKey(ProbeArguments arguments, ProfileRead? profile)
    {
        var isL2tp = Tunnel(arguments, profile) is TunnelType.L2tp or TunnelType.Automatic;
        if (arguments.PskFile is null && arguments.PskVariable is null)
            return isL2tp && arguments.Profile is { } path ? ProbeCredentials.PreSharedKeyOfProfile(path) : null;
        if (!isL2tp)
            throw new UsageException("a pre-shared key is for L2TP: say --tunnel l2tp too.");
        return arguments.DryRun ? new("") : ProbeCredentials.PreSharedKey(arguments);
    }

    /// <summary>What was typed, else the profile's, else IKEv2. Automatic only where it is named: it speaks to four services.</summary>
    private static TunnelType Tunnel(ProbeArguments arguments, ProfileRead? profile) => (arguments.Tunnel ?? profile?.TunnelType)?.ToUpperInvariant() switch
    {
        "SSTP" => TunnelType.Sstp,
        "L2TP" => TunnelType.L2tp,
        "PPTP" => TunnelType.Pptp,
        "AUTOMATIC" => TunnelType.Automatic,
        _ => TunnelType.Ikev2,
    };

    private static ProbeMethod Method(ProbeArguments arguments, ProfileRead? profile)
    {
        if (arguments.Method is { } named)
        {
            return named switch
            {
                "machine" => ProbeMethod.Machine,
                "mschapv2" => ProbeMethod.MsChapV2,
                "tls" => ProbeMethod.Tls,
                "peap-tls" => ProbeMethod.PeapTls,
                "peap-mschapv2" => ProbeMethod.PeapMsChapV2,
                _ => ProbeMethod.Stranger,
            };
        }

        if (profile is { IsDeviceTunnel: true })
            return ProbeMethod.Machine;

        return (profile?.Eap?.OuterType, profile?.Eap?.InnerType) switch
        {
            (13, _) => ProbeMethod.Tls,
            (26, _) => ProbeMethod.MsChapV2,
            (25, 26) => ProbeMethod.PeapMsChapV2,
            (25, _) => ProbeMethod.PeapTls,
            _ when arguments.Certificate is not null => ProbeMethod.PeapTls,
            _ when arguments.PasswordFile is not null || arguments.PasswordVariable is not null => ProbeMethod.PeapMsChapV2,
            _ => ProbeMethod.Stranger,
        };
    }

    /// <summary>Without credentials a stranger, who wants the method that was named, or sees what there is.</summary>
    private static EapPeerSettings Stranger(ProbeArguments arguments, ProbeMethod named)
    {
        var stranger = EapPeerSettings.Stranger(arguments.Identity ?? NobodysName);
        return named is ProbeMethod.Stranger or ProbeMethod.Machine ? stranger : stranger with { Methods = [MethodOf(named)] };
    }

    private static EapPeerSettings Eap(ProbeArguments arguments, ProbeMethod method, ServerTrust trust)
    {
        var identity = arguments.Identity ?? throw new UsageException("--identity names the user who authenticates.");
        var wantsPassword = method is ProbeMethod.MsChapV2 or ProbeMethod.PeapMsChapV2;
        return Settings(identity, method, trust) with
        {
            Password = wantsPassword && !arguments.DryRun ? ProbeCredentials.Password(arguments) : null,
            Certificate = wantsPassword || arguments.DryRun || arguments.Certificate is NoCertificate ? null : ProbeCredentials.Certificate(arguments),
            GoesOnWithoutCertificate = !wantsPassword && arguments.Certificate is NoCertificate,
            AllowsMsChapV2WithoutTunnel = method is ProbeMethod.MsChapV2 && (arguments.MsChapV2WithoutTunnel || arguments.DryRun ? true
                : throw new UsageException("EAP-MSCHAPv2 without PEAP lets whoever reads along crack the password. If that is what your clients do, say --allow-mschapv2-without-tunnel.")),
        };
    }

    private static EapPeerSettings Settings(string identity, ProbeMethod method, ServerTrust trust) => new(identity, [MethodOf(method)]) { Trust = trust };

    private static EapMethod MethodOf(ProbeMethod method) => method switch
    {
        ProbeMethod.MsChapV2 => EapMethod.MsChapV2,
        ProbeMethod.Tls => EapMethod.Tls,
        ProbeMethod.PeapTls => EapMethod.PeapTls,
        _ => EapMethod.PeapMsChapV2,
    };

    /// <summary>1, 2, 4 ... seconds until the time is over.</summary>
    private static Retransmission Waits(int seconds) => seconds is >= 1 and <= 600
        ? Retransmission.Doubling(TimeSpan.FromSeconds(1), Math.Max(1, System.Numerics.BitOperations.Log2((uint)seconds + 1)))
        : throw new UsageException($"--give-up-after {seconds}: between 1 and 600 seconds.");

    private static IPEndPoint Resolver(string text) => IPEndPoint.TryParse(text, out var endpoint)
        ? endpoint.Port == 0 ? new(endpoint.Address, 53) : endpoint
        : throw new UsageException($"--resolver {text} is no address: write 192.0.2.53 or 192.0.2.53:53.");

    internal static IPAddress Parsed(string text, string option) =>
        IPAddress.TryParse(text, out var address) ? address : throw new UsageException($"{option} {text} is no address.");

    private static Uri Service(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new UsageException($"--external-address {text} is no URL that begins with http:// or https://.");
}
