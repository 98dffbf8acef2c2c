using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads lines of the Azure VPN Client's log: <c>Dialing VPN connection NAME, Status = ...</c>, as Microsoft's article on troubleshooting point-to-site
/// connections quotes it, with any time and level before it, and Entra ID's numbers in the statuses. What else the log holds is published nowhere and not read.
/// </summary>
public sealed class AzureVpnClientReader : IPassageReader
{
    private const string Dialling = "Dialing VPN connection ";
    private const string Status = "Status = ";
    private const string SignIn = "AADSTS";

    /// <summary>ERROR_TIMEOUT, which the same article says RasClient logs beside this status.</summary>
    private static readonly (string Status, Code Code)[] Statuses =
        [("VPN Platform did not trigger connection", Code.Windows(1460u)), ("VPN Platform didn't trigger connection", Code.Windows(1460u))];

    public string Kind => "azure-vpn-client";

    public int Order => 206;

    public Anchors Anchors { get; } = Anchors.Of(Dialling);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (StatusOf(text[line]) is not { } status)
                continue;
            var about = Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown);
            yield return new(line, line, [.. Codes(status).Distinct().Select(code => new WindowsErrorReported(text.Cite(line), about, null, code))]);
        }
    }

    private static string? StatusOf(string line)
    {
        var at = line.IndexOf(Dialling, StringComparison.OrdinalIgnoreCase);
        var status = at < 0 ? -1 : line.IndexOf(Status, at, StringComparison.OrdinalIgnoreCase);
        return status < 0 ? null : line[(status + Status.Length)..].Trim();
    }

    private static IEnumerable<Code> Codes(string status)
    {
        foreach (var (known, code) in Statuses)
        {
            if (status.StartsWith(known, StringComparison.OrdinalIgnoreCase))
                yield return code;
        }

        for (var at = status.IndexOf(SignIn, StringComparison.OrdinalIgnoreCase); at >= 0; at = status.IndexOf(SignIn, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var digits = status.AsSpan(at + SignIn.Length);
            var length = digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : digits.Length;
            if (length is > 3 and < 9 && uint.TryParse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                yield return new(CodeFamily.EntraSignIn, number);
        }
    }
}
