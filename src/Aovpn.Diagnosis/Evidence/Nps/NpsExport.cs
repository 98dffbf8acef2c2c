using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aovpn.Diagnosis.Evidence.Profiles;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Nps;

/// <summary>The parts of an NPS export that matter to a VPN, as observations.</summary>
internal sealed class NpsExport(EvidenceText text, MappedText mapped, Host host)
{
    private const string PortType = "NAS-Port-Type=";
    private const string VirtualPort = "5";

    /// <summary>In the order of the export. A policy's settings stand apart from its conditions, in the profile that msNPAction names.</summary>
    public IEnumerable<NetworkPolicyConfigured> Policies(MarkupElement service)
    {
        var profiles = new Dictionary<string, MarkupElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var profile in Entries(service, "RadiusProfiles"))
            profiles.TryAdd(NameOf(profile), profile);

        foreach (var policy in Entries(service, "NetworkPolicy"))
        {
            if (policy.Child("Properties") is not { } properties)
                continue;
            profiles.TryGetValue(properties.Child("msNPAction")?.Text ?? NameOf(policy), out var profile);
            yield return Policy(policy, properties, profile?.Child("Properties"));
        }
    }

    /// <summary>Null when the list is missing or breaks off: half of it would say that the rest is unknown to NPS.</summary>
    public RadiusClientsListed? Clients(MarkupElement service)
    {
        if (Container(service, "Clients") is not { Closed: true } list)
            return null;
        List<MarkupElement> addresses =
        [
            .. Entries(service, "Clients").Select(client => client.Child("Properties"))
                .Where(properties => properties is not null && !IsOff(properties.Child("Radius_Client_Enabled")))
                .Select(properties => properties!.Child("IP_Address")).OfType<MarkupElement>().Where(address => address.Text.Length > 0),
        ];
        // Between two clients stands a shared secret: only the first address is cited, never the lines from one to the other.
        var place = mapped.LineAt(addresses.Count > 0 ? addresses[0].Offset : list.Offset);
        return new(text.Cite(place), host, [.. addresses.Select(address => address.Text)]);
    }

    private NetworkPolicyConfigured Policy(MarkupElement policy, MarkupElement conditions, MarkupElement? settings)
    {
        List<MarkupElement> allowed = [.. settings?.All("msNPAllowedEapType") ?? []];
        List<(MarkupElement Element, NpsEapConfiguration Value)> methods =
            [.. (settings?.All("msEAPConfiguration") ?? []).Select(element => (element, NpsEapConfiguration.Of(element.Text)!)).Where(one => one.Item2 is not null)];
        ImmutableArray<int> types = [.. allowed.Select(element => NpsEapConfiguration.TypeOf(element.Text)).OfType<int>()];
        methods.RemoveAll(one => !types.Contains(one.Value.Type));
        var peap = methods.Find(one => one.Value.Type == NpsEapConfiguration.Peap);
        var certificate = methods.OrderByDescending(one => one.Value.Type == NpsEapConfiguration.Peap).FirstOrDefault(one => one.Value.ServerCertificate is not null);
        List<MarkupElement> purposes = [.. (settings?.Children ?? []).Where(IsAllowedPurpose)];

        var fields = ImmutableDictionary.CreateBuilder<string, Locator>();
        Note(nameof(NetworkPolicyConfigured.EapTypes), allowed);
        Note(nameof(NetworkPolicyConfigured.PeapInnerTypes), peap.Element is null ? [] : [peap.Element]);
        Note(nameof(NetworkPolicyConfigured.ServerCertificate), certificate.Element is null ? [] : [certificate.Element]);
        Note(nameof(NetworkPolicyConfigured.AllowedCertificatePurposes), purposes);

        return new(
            text.Cite(mapped.LineAt(policy.Offset), LastLine(policy)), host, NameOf(policy), types.IsEmpty ? null : types, peap.Value?.InnerTypes,
            settings is { Closed: true } ? [.. purposes.Select(Purpose)] : null, certificate.Value?.ServerCertificate)
        {
            Enabled = !IsOff(conditions.Child("Policy_Enabled")),
            GrantsAccess = settings?.Child("msNPAllowDialin") is { } grants ? !IsOff(grants) : null,
            Order = int.TryParse(conditions.Child("msNPSequence")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : null,
            AsksForVirtualPort = AsksForVirtualPort(conditions),
            Fields = fields.ToImmutable(),
        };

        void Note(string field, List<MarkupElement> elements)
        {
            if (elements.Count > 0)
                fields[field] = new Locator.Lines(mapped.LineAt(elements[0].Offset), LastLine(elements[^1]));
        }
    }

    /// <summary>
    /// Allowed-Certificate-OID. The name under which it is exported is from memory; so a property is also taken for it by its value, the
    /// purpose AAD Conditional Access in letters or in the hex of letters.
    /// </summary>
    private static bool IsAllowedPurpose(MarkupElement property) =>
        property.Name.Replace("_", "", StringComparison.Ordinal).Contains("CertificateOid", StringComparison.OrdinalIgnoreCase)
        || property.Text.Contains(Observations.Purpose.AadConditionalAccess, StringComparison.Ordinal)
        || property.Text.Contains(HexOfPurpose, StringComparison.OrdinalIgnoreCase);

    private static readonly string HexOfPurpose = Convert.ToHexString(Encoding.ASCII.GetBytes(Observations.Purpose.AadConditionalAccess));

    private static string Purpose(MarkupElement property) =>
        property.Text.Contains(Observations.Purpose.AadConditionalAccess, StringComparison.Ordinal) || property.Text.Contains(HexOfPurpose, StringComparison.OrdinalIgnoreCase)
            ? Observations.Purpose.AadConditionalAccess
            : property.Text;

    /// <summary>Conditions read <c>MATCH("NAS-Port-Type=^5$")</c>, alternatives apart by a bar.</summary>
    private static bool? AsksForVirtualPort(MarkupElement conditions)
    {
        foreach (var condition in conditions.All("msNPConstraint").Select(element => element.Text))
        {
            var at = condition.IndexOf(PortType, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return condition[(at + PortType.Length)..].Split('"')[0].Split('|').Any(type => type.Trim('^', '$', '(', ')', ' ') == VirtualPort);
        }

        return null;
    }

    private static bool IsOff(MarkupElement? flag) => flag?.Text is "0" or "false";

    private static string NameOf(MarkupElement entry) => entry.Attributes.GetValueOrDefault("name") ?? entry.Name;

    private int LastLine(MarkupElement element) => mapped.LineAt(Math.Max(element.End - 1, 0));

    /// <summary>The schema at the end of an export has elements of the same names, which hold nothing.</summary>
    private static MarkupElement? Container(MarkupElement service, string name) =>
        service.Everything().FirstOrDefault(element => element.Is(name) && element.Child("Children") is not null);

    private static IEnumerable<MarkupElement> Entries(MarkupElement service, string name) => Container(service, name)?.Child("Children")?.Children ?? [];
}
