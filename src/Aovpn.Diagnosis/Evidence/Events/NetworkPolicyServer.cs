using System.Globalization;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// Decisions of Network Policy Server, Security log, 6272 to 6280. Data are read by name: versions 1 and 2 of these events differ in
/// number and order. In copies of the message, its labels give the same names.
/// </summary>
internal static class NetworkPolicyServer
{
    public static bool Judges(int eventId) => eventId is >= 6272 and <= 6280;

    public static IEnumerable<Observation> Observe(WindowsEvent seen)
    {
        if (seen.Data.IsEmpty)
            seen = seen with { Data = NetworkPolicyServerMessage.Data(seen.Message) };
        var host = seen.HostAs(HostRole.NpsServer);
        var reason = Reason(seen);
        var user = User(seen);
        yield return new RadiusDecision(
            seen.Source, host, seen.When(host), Outcome(seen.EventId), reason, user?.Text,
            seen.Named("NetworkPolicyName")?.Known, seen.Named("ProxyPolicyName")?.Known,
            seen.Named("AuthenticationType")?.Known, seen.Named("EAPType")?.Known,
            new(seen.Named("ClientName")?.Known, seen.Named("ClientIPAddress")?.Known, seen.Named("NASIPv4Address")?.Known ?? seen.Named("NASIPv6Address")?.Known,
                seen.Named("NASIdentifier")?.Known, seen.Named("NASPortType")?.Known),
            seen.Named("CallingStationID")?.Known, Session(seen.Named("AccountSessionIdentifier")?.Known), null)
        {
            IsVpn = IsVpn(seen),
            FieldsWhenAsked = new FieldPlaces()
                .Add(nameof(RadiusDecision.Outcome), seen.IdPlace)
                .Add(nameof(RadiusDecision.Reason), reason is null ? null : seen.Named("ReasonCode"))
                .Add(nameof(RadiusDecision.User), user)
                .Add(nameof(RadiusDecision.NetworkPolicy), seen.Named("NetworkPolicyName"))
                .Add(nameof(RadiusDecision.ConnectionRequestPolicy), seen.Named("ProxyPolicyName"))
                .Add(nameof(RadiusDecision.AuthenticationType), seen.Named("AuthenticationType"))
                .Add(nameof(RadiusDecision.EapType), seen.Named("EAPType"))
                .Add(nameof(RadiusDecision.Client), seen.Named("ClientIPAddress"))
                .Add(nameof(RadiusDecision.CallingStation), seen.Named("CallingStationID"))
                .WhenAsked,
        };
    }

    private static RadiusOutcome Outcome(int eventId) => eventId switch
    {
        6273 => RadiusOutcome.Rejected,
        6274 or 6275 => RadiusOutcome.Discarded,
        6279 => RadiusOutcome.AccountLocked,
        6280 => RadiusOutcome.AccountUnlocked,
        _ => RadiusOutcome.Accepted,
    };

    private static Code? Reason(WindowsEvent seen) =>
        uint.TryParse(seen.Named("ReasonCode")?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var reason) ? Code.NpsReason(reason) : null;

    /// <summary>The account as the request names it, with its domain; else as NPS found it; else the machine's.</summary>
    private static EventValue? User(WindowsEvent seen)
    {
        var name = Kept(seen, "SubjectUserName");
        if (name is not null && (name.Text.Contains('\\', StringComparison.Ordinal) || name.Text.Contains('@', StringComparison.Ordinal) || name.Text.Contains('/', StringComparison.Ordinal)))
            return name;
        if (Kept(seen, "FullyQualifiedSubjectUserName") is { } full && full.Text.Contains('\\', StringComparison.Ordinal))
            return full;
        if (name is not null && Kept(seen, "SubjectDomainName") is { } domain)
            return name with { Text = $"{domain.Text}\\{name.Text}" };
        return name ?? Kept(seen, "FullyQualifiedSubjectUserName") ?? Kept(seen, "FullyQualifiedSubjectMachineName") ?? Kept(seen, "SubjectMachineName");
    }

    private static EventValue? Kept(WindowsEvent seen, string name) => seen.Named(name) is { Known: not null } value ? value : null;

    /// <summary>
    /// NPS serves more than VPN servers. RD Gateway asks with a Called-Station-Id of <c>UserAuthType:</c>; access points and switches say
    /// a port type of IEEE 802 or call their station by MAC address. Everything else is taken for a VPN.
    /// </summary>
    private static bool IsVpn(WindowsEvent seen)
    {
        var called = seen.Named("CalledStationID")?.Known ?? "";
        if (called.StartsWith("UserAuthType:", StringComparison.OrdinalIgnoreCase) || StartsWithMacAddress(called))
            return false;
        var port = seen.Named("NASPortType")?.Known ?? "";
        return !port.Contains("802.", StringComparison.Ordinal)
            && !port.StartsWith("Wireless", StringComparison.OrdinalIgnoreCase)
            && !port.StartsWith("Ethernet", StringComparison.OrdinalIgnoreCase);
    }

    private static bool StartsWithMacAddress(string text)
    {
        const int Length = 17;
        if (text.Length < Length)
            return false;
        for (var index = 0; index < Length; index++)
        {
            var isRight = index % 3 == 2 ? text[index] is '-' or ':' : char.IsAsciiHexDigit(text[index]);
            if (!isRight)
                return false;
        }

        return true;
    }

    /// <summary>Acct-Session-Id, which the event prints as the hexadecimal of its characters.</summary>
    private static string? Session(string? hexadecimal)
    {
        if (hexadecimal is null || hexadecimal.Length % 2 != 0 || !hexadecimal.All(char.IsAsciiHexDigit))
            return hexadecimal;
        var bytes = Convert.FromHexString(hexadecimal);
        return bytes.All(letter => letter is >= 0x20 and < 0x7F) ? Encoding.ASCII.GetString(bytes) : hexadecimal;
    }
}
