using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules;

/// <summary>Verdicts from what a gateway that is not RRAS says of itself.</summary>
internal static class GatewayRemarks
{
    /// <param name="about">The host that has to be mended.</param>
    public static IEnumerable<Verdict> Of(CaseFile file, GatewayRemark remark, Host about)
    {
        foreach (var seen in file.All<GatewaySaid>())
        {
            if (seen.Remark == remark)
                yield return Verdict.Found($"the VPN server says: {Hole.Plain(seen.Words)}", seen.Cite(nameof(GatewaySaid.Words))) with { About = about, At = seen.At };
        }
    }
}
