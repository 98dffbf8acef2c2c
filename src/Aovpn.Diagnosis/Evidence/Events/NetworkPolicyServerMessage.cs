using System.Collections.Frozen;
using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// The message of events 6272 to 6280 by its labels, under the names that the same data have in XML. Web pages put label and value on
/// lines of their own and lose empty values, so a label never is the value of the one before it.
/// </summary>
internal static class NetworkPolicyServerMessage
{
    private const string UserSection = "User";
    private const string MachineSection = "Client Machine";

    private static readonly FrozenSet<string> Sections = FrozenSet.ToFrozenSet(
        [UserSection, MachineSection, "NAS", "RADIUS Client", "Authentication Details", "Quarantine Information"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Security ID"] = "SubjectUserSid",
        ["Account Name"] = "SubjectUserName",
        ["Account Domain"] = "SubjectDomainName",
        ["Fully Qualified Account Name"] = "FullyQualifiedSubjectUserName",
        ["OS-Version"] = "MachineInventory",
        ["Called Station Identifier"] = "CalledStationID",
        ["Calling Station Identifier"] = "CallingStationID",
        ["NAS IPv4 Address"] = "NASIPv4Address",
        ["NAS IPv6 Address"] = "NASIPv6Address",
        ["NAS Identifier"] = "NASIdentifier",
        ["NAS Port-Type"] = "NASPortType",
        ["NAS Port Type"] = "NASPortType",
        ["NAS Port"] = "NASPort",
        ["Client Friendly Name"] = "ClientName",
        ["Client IP Address"] = "ClientIPAddress",
        ["Connection Request Policy Name"] = "ProxyPolicyName",
        ["Proxy Policy Name"] = "ProxyPolicyName",
        ["Network Policy Name"] = "NetworkPolicyName",
        ["Authentication Provider"] = "AuthenticationProvider",
        ["Authentication Server"] = "AuthenticationServer",
        ["Authentication Type"] = "AuthenticationType",
        ["EAP Type"] = "EAPType",
        ["Account Session Identifier"] = "AccountSessionIdentifier",
        ["Session Identifier"] = "QuarantineSessionIdentifier",
        ["Result"] = "QuarantineState",
        ["Logging Results"] = "LoggingResult",
        ["Reason Code"] = "ReasonCode",
        ["Reason"] = "Reason",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> MachineNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SubjectUserSid"] = "SubjectMachineSID",
        ["SubjectUserName"] = "SubjectMachineName",
        ["FullyQualifiedSubjectUserName"] = "FullyQualifiedSubjectMachineName",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static ImmutableArray<EventValue> Data(ImmutableArray<EventValue> message)
    {
        var data = ImmutableArray.CreateBuilder<EventValue>();
        var inMachine = false;
        for (var index = 0; index < message.Length; index++)
        {
            var line = message[index];
            if (!TryLabel(line.Text, out var label, out var value))
                continue;
            if (Sections.Contains(label))
            {
                inMachine = label == MachineSection;
                continue;
            }

            var place = line.Place;
            if (value.Length == 0 && NextValue(message, index) is { } below)
                (value, place) = (below.Text.Trim(), Join(line.Place, below.Place));
            var name = Names[label];
            data.Add(new(inMachine && MachineNames.TryGetValue(name, out var machine) ? machine : name, value, place));
        }

        return data.ToImmutable();
    }

    /// <summary>Whether a line begins with a label of these events or is a section's heading.</summary>
    public static bool IsLabelled(string line) => TryLabel(line, out _, out _);

    private static bool TryLabel(string line, out string label, out string value)
    {
        (label, value) = ("", "");
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return false;
        label = line[..colon].Trim().Trim('*', '-', '\u2022', '>').Trim();
        value = line[(colon + 1)..].Trim().Trim('*').Trim();
        return Names.ContainsKey(label) || (value.Length == 0 && Sections.Contains(label));
    }

    private static EventValue? NextValue(ImmutableArray<EventValue> message, int index)
    {
        for (var next = index + 1; next < message.Length; next++)
        {
            if (string.IsNullOrWhiteSpace(message[next].Text))
                continue;
            return TryLabel(message[next].Text, out _, out _) ? null : message[next];
        }

        return null;
    }

    private static Locator? Join(Locator? label, Locator? value) => (label, value) is (Locator.Lines first, Locator.Lines last)
        ? new Locator.Lines(first.First, last.Last)
        : label;
}
