using System.Globalization;
using System.Text;

namespace Aovpn.Tests.Healthy;

/// <summary>What an NPS writes of a working VPN, and of the Wi-Fi and the RD Gateway that it serves as well: these fail now and then.</summary>
internal sealed class NpsEvidence(Deployment deployment, Random random, DateTime start, string server)
{
    private string Asks => deployment.HasRadiusProxy ? "192.0.2.99" : "192.0.2.10";

    private string EapType => deployment.Authentication is "PEAP-MSCHAPv2" ? "Microsoft: Secured password (EAP-MSCHAP v2)" : "Microsoft: Smart Card or other certificate";

    private string AuthenticationType => deployment.Authentication is "EAP-TLS" ? "EAP" : "PEAP";

    public string Security(IEnumerable<string> users)
    {
        var events = new EventWriter($"{server}.corp.example", "Security", start);
        foreach (var user in users)
        {
            events.After(30 + random.Next(90));
            Decision(events, 6272, user, "Virtual", "VPN1", Asks, "Always On VPN", AuthenticationType, EapType, null);
            if (random.Next(3) == 0)
                Decision(events.After(3), 6273, $"host/PC{random.Next(90)}.corp.example", "Wireless - IEEE 802.11", "AP-4F-12", "192.0.2.60", "Wi-Fi", "PEAP", "Microsoft: Secured password (EAP-MSCHAP v2)", (16, "Authentication failed due to a user credentials mismatch."));
            if (random.Next(4) == 0)
                Decision(events.After(2), 6273, @"CORP\visitor", "Virtual", "", "192.0.2.70", "TS GATEWAY AUTHORIZATION POLICY", "Unauthenticated", "-", (23, "An error occurred during the Network Policy Server use of the Extensible Authentication Protocol."));
            if (random.Next(4) == 0)
                events.After(1).Named("Microsoft-Windows-Security-Auditing", 4625, ("TargetUserName", "printer$"), ("Status", "0xc000006d"), ("LogonType", "3"));
        }

        return events.ToString();
    }

    /// <summary>The accounting log in the format of databases.</summary>
    public string Accounting(IEnumerable<string> users)
    {
        var text = new StringBuilder();
        var now = start;
        var session = 100;
        foreach (var user in users)
        {
            now = now.AddSeconds(45 + random.Next(60));
            session++;
            var time = now.ToString("MM/dd/yyyy,HH:mm:ss", CultureInfo.InvariantCulture);
            var station = string.Create(CultureInfo.InvariantCulture, $"198.51.100.{random.Next(1, 250)}");
            var session1 = string.Create(CultureInfo.InvariantCulture, $"311 1 192.0.2.20 11/01/2026 06:00:00 {session}");
            text.Append(CultureInfo.InvariantCulture, $"\"{server}\",\"IAS\",{time},1,\"{user}\",\"{user}\",\"203.0.113.10\",\"{station}\",,,\"VPN1\",\"{Asks}\",12,311,\"{Asks}\",\"VPN1\",,,5,,1,2,11,\"Always On VPN\",0,\"{session1}\",,,,,,,,,\"{session}\",,,,,,,,,1,1,\"{station}\",\"203.0.113.10\",,,,,,,\"MSRASV5.20\",311,,\"CORP\",,,\"Virtual Private Network (VPN) Connections\",1,,,,\"MSRASV5.20\"\n");
            text.Append(CultureInfo.InvariantCulture, $"\"{server}\",\"IAS\",{time},2,,\"{user}\",,,,,,,,0,\"{Asks}\",\"VPN1\",,,,,1,2,11,\"Always On VPN\",0,\"{session1}\",,,,\"{EapType}\",,,,,\"{session}\",,,,,,,,,,,,,,,,,,,,,,\"CORP\",,,\"Virtual Private Network (VPN) Connections\",1,,,,\n");
            if (random.Next(3) == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\"{server}\",\"IAS\",{time},1,\"CORP\\phone{session}\",\"CORP\\phone{session}\",\"00-11-22-33-44-55:CORP\",\"66-77-88-99-AA-BB\",,,\"AP-4F-12\",\"192.0.2.60\",3,0,\"192.0.2.60\",\"AP\",,,19,,,2,11,\"Wi-Fi\",0,\"{session1}9\",,,,,,,,,\"9{session}\",,,,,,,,,,,,,,,,,,,,,,\"CORP\",,,\"Wi-Fi\",1,,,,\n");
                text.Append(CultureInfo.InvariantCulture, $"\"{server}\",\"IAS\",{time},3,,\"CORP\\phone{session}\",,,,,,,,0,\"192.0.2.60\",\"AP\",,,19,,,2,11,\"Wi-Fi\",16,\"{session1}9\",,,,\"Microsoft: Secured password (EAP-MSCHAP v2)\",,,,,\"9{session}\",,,,,,,,,,,,,,,,,,,,,,\"CORP\",,,\"Wi-Fi\",1,,,,\n");
            }
        }

        return text.ToString();
    }

    private static void Decision(EventWriter events, int id, string user, string portType, string nas, string client, string policy, string authentication, string eap, (int Code, string Text)? reason) =>
        events.Named(
            "Microsoft-Windows-Security-Auditing", id,
            [
                ("SubjectUserName", user.Split('\\')[^1]), ("SubjectDomainName", "CORP"), ("FullyQualifiedSubjectUserName", user), ("SubjectMachineName", "-"),
                ("CalledStationID", portType.StartsWith("Wireless", StringComparison.Ordinal) ? "00-11-22-33-44-55:CORP" : nas.Length == 0 ? "UserAuthType:PW" : "203.0.113.10"),
                ("CallingStationID", nas.Length == 0 ? "UserAuthType:PW" : "198.51.100.7"), ("NASIPv4Address", nas.Length == 0 ? "-" : client), ("NASIdentifier", nas.Length == 0 ? "-" : nas), ("NASPortType", portType), ("NASPort", "12"),
                ("ClientName", nas.Length == 0 ? "RDGateway" : nas), ("ClientIPAddress", client), ("ProxyPolicyName", nas.Length == 0 ? policy : "Virtual Private Network (VPN) Connections"), ("NetworkPolicyName", nas.Length == 0 ? "-" : policy),
                ("AuthenticationProvider", "Windows"), ("AuthenticationServer", "NPS1.corp.example"), ("AuthenticationType", authentication), ("EAPType", eap), ("AccountSessionIdentifier", "3131"),
                .. reason is { } why ? ((string, string)[])[("ReasonCode", why.Code.ToString(CultureInfo.InvariantCulture)), ("Reason", why.Text)] : [],
            ]);
}
