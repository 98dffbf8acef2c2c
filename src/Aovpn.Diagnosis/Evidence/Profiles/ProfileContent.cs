using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>Reads a VPNProfile element, ProfileXML of the VPNv2 CSP, as a <see cref="ProfileRead"/>.</summary>
internal sealed class ProfileContent(EvidenceText evidence, MappedText text)
{
    /// <summary>Elements that the ProfileXML schema allows directly under VPNProfile only.</summary>
    public static readonly string[] UnderRoot =
    [
        "NativeProfile", "Route", "DomainNameInformation", "TrafficFilter", "AppTrigger", "DeviceCompliance", "PluginProfile", "TrustedNetworkDetection",
        "RememberCredentials", "LockDown", "DeviceTunnel", "RegisterDNS", "AlwaysOn", "DnsSuffix",
    ];

    private readonly ProfilePlaces _places = new(evidence, text);

    /// <param name="name">The connection's name where the surroundings tell it; else ProfileName of the profile.</param>
    public ProfileRead Read(MarkupElement profile, ProfileForm form, Citation source, Host about, string? name)
    {
        var native = profile.Child("NativeProfile");
        var plugIn = profile.Child("PluginProfile");
        var authentication = native?.Child("Authentication");
        var config = authentication?.Everything().FirstOrDefault(element => element.Is("EapHostConfig"));
        var eap = new EapHostConfig(evidence, text).Read(config);
        _places.NoteStart(nameof(ProfileRead.Eap), config ?? authentication?.Child("Eap"));

        var routes = Routes(profile);
        var nameRules = NameRules(profile);
        var filters = profile.All("TrafficFilter").ToList();
        _places.NoteStart(nameof(ProfileRead.TrafficFilters), filters.FirstOrDefault());
        var tunnel = TunnelType(native, plugIn);
        var proxy = profile.At("Proxy", "AutoConfigUrl") ?? profile.At("Proxy", "Manual", "Server");

        return new(
            source, about, form, name ?? Word(profile, nameof(ProfileRead.Name), "ProfileName"),
            Flag(profile, nameof(ProfileRead.IsDeviceTunnel), "DeviceTunnel") ?? (profile.Closed ? false : null),
            Servers(native, plugIn), tunnel,
            Spelt(Word(authentication, nameof(ProfileRead.UserMethod), "UserMethod"), "Eap", "MSChapv2"),
            Spelt(Word(authentication, nameof(ProfileRead.MachineMethod), "MachineMethod"), "Certificate", "Eap"), eap,
            Spelt(Word(native, nameof(ProfileRead.Routing), "RoutingPolicyType"), "SplitTunnel", "ForceTunnel"))
        {
            AlwaysOn = Flag(profile, nameof(ProfileRead.AlwaysOn), "AlwaysOn"),
            RememberCredentials = Flag(profile, nameof(ProfileRead.RememberCredentials), "RememberCredentials"),
            LockDown = Flag(profile, nameof(ProfileRead.LockDown), "LockDown"),
            RegisterDns = Flag(profile, nameof(ProfileRead.RegisterDns), "RegisterDNS"),
            DeviceCompliance = Flag(profile.Child("DeviceCompliance"), nameof(ProfileRead.DeviceCompliance), "Enabled"),
            SingleSignOn = Flag(profile.At("DeviceCompliance", "Sso"), nameof(ProfileRead.SingleSignOn), "Enabled"),
            UseRasCredentials = Flag(profile, nameof(ProfileRead.UseRasCredentials), "UseRasCredentials"),
            DisableClassBasedDefaultRoute = Flag(native, nameof(ProfileRead.DisableClassBasedDefaultRoute), "DisableClassBasedDefaultRoute"),
            Routes = routes,
            NameRules = nameRules,
            TrustedNetworks = List(Word(profile, nameof(ProfileRead.TrustedNetworks), "TrustedNetworkDetection"), ','),
            DnsSuffix = Word(profile, nameof(ProfileRead.DnsSuffix), "DnsSuffix"),
            TrafficFilters = filters.Count,
            Proxy = NonEmpty(_places.Note(nameof(ProfileRead.Proxy), proxy)?.Text),
            CryptographySuite = Suite(native),
            WrongNamespaces = Namespaces(profile),
            Fields = _places.Take(),
        };
    }

    /// <summary>A lone EapHostConfig: nothing is known of servers and routes.</summary>
    public ProfileRead? ReadEap(MarkupElement config, Citation source, Host about)
    {
        if (new EapHostConfig(evidence, text).Read(config) is not { } eap)
            return null;

        _places.NoteStart(nameof(ProfileRead.Eap), config);
        return new(source, about, ProfileForm.EapHostConfig, null, null, [], null, null, null, eap, null)
        {
            WrongNamespaces = Namespaces(config),
            Fields = _places.Take(),
        };
    }

    private ImmutableArray<Route> Routes(MarkupElement profile)
    {
        List<MarkupElement> elements = [.. profile.All("Route").Where(route => route.Child("Address") is not null)];
        _places.NoteStart(nameof(ProfileRead.Routes), elements.FirstOrDefault()?.Child("Address"));
        return [.. elements.Select(Route)];
    }

    private Route Route(MarkupElement route)
    {
        var places = new ProfilePlaces(evidence, text);
        places.Note(nameof(Observations.Route.Prefix), route.Child("Address"));
        places.Note(nameof(Observations.Route.Metric), route.Child("Metric"));
        places.Note(nameof(Observations.Route.IsExclusion), route.Child("ExclusionRoute"));
        var length = route.Child("PrefixSize")?.Text;
        var address = route.Child("Address")!.Text;
        return new(places.CiteStart(route.Child("Address")!), NonEmpty(length) is null ? address : $"{address}/{length}",
            Metric: int.TryParse(route.Child("Metric")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var metric) ? metric : null,
            IsExclusion: EapHostConfig.Flag(route.Child("ExclusionRoute")) is true)
        {
            Fields = places.Take(),
        };
    }

    private ImmutableArray<NameRule> NameRules(MarkupElement profile)
    {
        List<MarkupElement> elements = [.. profile.All("DomainNameInformation").Where(rule => rule.Child("DomainName") is not null)];
        _places.NoteStart(nameof(ProfileRead.NameRules), elements.FirstOrDefault()?.Child("DomainName"));
        return [.. elements.Select(NameRule)];
    }

    private NameRule NameRule(MarkupElement rule)
    {
        var places = new ProfilePlaces(evidence, text);
        places.Note(nameof(Observations.NameRule.Name), rule.Child("DomainName"));
        var servers = places.Note(nameof(Observations.NameRule.DnsServers), rule.Child("DnsServers"));
        return new(places.CiteStart(rule.Child("DomainName")!), rule.Child("DomainName")!.Text, List(servers?.Text, ',')) { Fields = places.Take() };
    }

    private ImmutableArray<string> Servers(MarkupElement? native, MarkupElement? plugIn)
    {
        if (NonEmpty(_places.Note(nameof(ProfileRead.Servers), native?.Child("Servers"))?.Text) is { } servers)
            return [.. List(servers, ',').Select(Dialled).Where(server => server.Length > 0)];
        return List(_places.Note(nameof(ProfileRead.Servers), plugIn?.Child("ServerUrlList"))?.Text, ';');
    }

    /// <summary>VPNv2 CSP: a server may be followed by a semicolon and its friendly name.</summary>
    private static string Dialled(string server) => server.Split(';')[0].Trim();

    private string? TunnelType(MarkupElement? native, MarkupElement? plugIn)
    {
        if (native?.Child("ProtocolList") is { } list && native.Child("NativeProtocolType") is null)
        {
            _places.NoteStart(nameof(ProfileRead.TunnelType), list);
            return "ProtocolList";
        }

        return Word(native, nameof(ProfileRead.TunnelType), "NativeProtocolType") is { } type
            ? Spelt(type, "IKEv2", "SSTP", "L2TP", "PPTP", "Automatic", "ProtocolList")
            : Word(plugIn, nameof(ProfileRead.TunnelType), "PluginPackageFamilyName");
    }

    private ImmutableDictionary<string, string> Suite(MarkupElement? native)
    {
        if (native?.Child("CryptographySuite") is not { } suite)
            return ImmutableDictionary<string, string>.Empty;
        _places.NoteStart(nameof(ProfileRead.CryptographySuite), suite);
        var settings = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in suite.Children.Where(setting => setting.Text.Length > 0))
        {
            settings[setting.Name] = setting.Text;
            _places.Note(setting.Name, setting);
        }

        return settings.ToImmutable();
    }

    /// <summary>Namespaces are names, not addresses: with https they name something that Windows does not know.</summary>
    private ImmutableArray<string> Namespaces(MarkupElement root)
    {
        List<MarkupElement> wrong = [.. root.Everything().Where(element => Wrong(element).Any())];
        if (wrong.Count > 0)
            _places.NoteStart(nameof(ProfileRead.WrongNamespaces), wrong[0]);
        return [.. wrong.SelectMany(Wrong).Distinct()];
    }

    private static IEnumerable<string> Wrong(MarkupElement element) => element.Attributes
        .Where(attribute => attribute.Key.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase)
            && attribute.Value.StartsWith("https://www.microsoft.com/provisioning/", StringComparison.OrdinalIgnoreCase))
        .Select(attribute => attribute.Value);

    private bool? Flag(MarkupElement? parent, string field, string element) => EapHostConfig.Flag(_places.Note(field, parent?.Child(element)));

    private string? Word(MarkupElement? parent, string field, string element) => NonEmpty(_places.Note(field, parent?.Child(element))?.Text);

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static ImmutableArray<string> List(string? text, char separator) =>
        text is null ? [] : [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Microsoft's spelling of a word that profiles write in any case; other words stay as they are.</summary>
    private static string? Spelt(string? word, params ReadOnlySpan<string> known)
    {
        foreach (var spelling in known)
        {
            if (spelling.Equals(word, StringComparison.OrdinalIgnoreCase))
                return spelling;
        }

        return word;
    }
}
