using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.StrongSwan;

/// <summary>
/// Reads strongSwan's log of charon, from its own file (<c>21:10:36 07[IKE] ...</c>), from syslog or the journal: what stands before the thread's
/// number and group is left out. Only what says why a connection fails becomes an observation; secrets that higher log levels print are never read.
/// </summary>
public sealed class CharonLogReader : IArtifactReader
{
    private const int LinesLookedAt = 40;

    /// <summary>Messages of strongSwan 5.9: what they contain, the group they come from, and what they mean.</summary>
    private static readonly ImmutableArray<(string Group, string Part, GatewayRemark Remark)> Messages =
    [
        ("IKE", "no private key found for ", GatewayRemark.NoPrivateKey),
        ("CFG", "subject certificate invalid (valid from ", GatewayRemark.ClientCertificateNotInForce),
        ("CFG", "no issuer certificate found for ", GatewayRemark.ClientCertificateUntrusted),
        ("IKE", "received proposals unacceptable", GatewayRemark.ProposalsRefused),
        ("IKE", "no acceptable proposal found", GatewayRemark.ChildProposalsRefused),
        ("CFG", " is full, unable to assign address", GatewayRemark.PoolFull),
        ("IKE", "no virtual IP found, sending INTERNAL_ADDRESS_FAILURE", GatewayRemark.NoAddress),
        ("IKE", "traffic selectors ", GatewayRemark.SelectorsRefused),
        ("CFG", "RADIUS Access-Request timed out", GatewayRemark.RadiusTimedOut),
        ("CFG", "receiving RADIUS message failed: Connection refused", GatewayRemark.RadiusPortClosed),
    ];

    public string Kind => "charon-log";

    public bool Recognizes(ArtifactContent content)
    {
        var lines = content.FirstLines(LinesLookedAt).Where(line => line.Length > 0).ToArray();
        return lines.Length > 1 && lines.Count(line => Text(line) is not null) * 2 > lines.Length;
    }

    public IEnumerable<Observation> Read(ArtifactContent content, RecordTally tally)
    {
        var about = content.Artifact.Host.Or(Host.VpnServer);
        using var text = content.OpenText();
        for (long number = 1; text.ReadLine() is { } line; number++)
        {
            if (Text(line) is not var (group, said))
                continue;
            tally.Records++;
            if (Remark(group, said) is not { } remark)
                continue;

            var source = new Citation(content.Artifact, new Locator.Lines(number));
            yield return new GatewaySaid(source, about, null, remark, said);
            if (remark is GatewayRemark.RadiusTimedOut)
                yield return new SymptomReported(source, Host.NpsServer, null, SymptomId.RadiusSilent);
        }
    }

    private static GatewayRemark? Remark(string group, string said)
    {
        foreach (var message in Messages)
        {
            if (group == message.Group && said.Contains(message.Part, StringComparison.Ordinal)
                && (message.Remark is not GatewayRemark.SelectorsRefused || said.EndsWith(" unacceptable", StringComparison.Ordinal)))
                return message.Remark;
        }

        return null;
    }

    /// <summary>Group and message behind <c>07[IKE] </c>; null for another line.</summary>
    private static (string Group, string Said)? Text(string line)
    {
        var open = line.IndexOf('[', StringComparison.Ordinal);
        for (; open >= 0; open = line.IndexOf('[', open + 1))
        {
            if (open < 2 || open + 6 > line.Length || line[open + 4] != ']' || line[open + 5] != ' ' || !char.IsAsciiDigit(line[open - 1]) || !char.IsAsciiDigit(line[open - 2]))
                continue;
            var group = line.AsSpan(open + 1, 3);
            if (group.IndexOfAnyExceptInRange('A', 'Z') < 0)
                return (group.ToString(), line[(open + 6)..].Trim());
        }

        return null;
    }
}
