using Aovpn.Diagnosis.Evidence.FreeRadius;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>One exchange with a RADIUS server in a transcript of <c>aovpn radius</c>.</summary>
/// <param name="began">What the run was asked; null when the transcript does not begin with it.</param>
internal sealed class TranscriptRadius(TranscriptEntry.Began? began)
{
    /// <summary>Purpose of such a session.</summary>
    public const string Purpose = "radius";

    /// <summary>Program that is named in the transcript's first line.</summary>
    public const string Program = "aovpn radius";

    private const int AccessReject = 3;

    private readonly TranscriptEap _eap = new(began?.Identity, began?.Method is null or "stranger");
    private TranscriptEntry.Radius? _sent;
    private DateTimeOffset _lastSent;

    public IEnumerable<Observation> Take(TranscriptEntry.Radius radius, Citation source)
    {
        var at = TranscriptRun.At(radius);
        switch (radius.Step)
        {
            case "sent":
                (_sent, _lastSent) = (radius, radius.At);
                return [];
            case "received":
                return [Probed(radius, source, radius.Genuine is false ? RadiusProbeResult.SecretDiffers : RadiusProbeResult.Answered)];
            case "silence":
                return [Probed(radius, source, RadiusProbeResult.Silent)];
            case "port-closed":
                return [Probed(radius, source, RadiusProbeResult.PortClosed)];
            case "said" when radius is { Code: AccessReject, Text: { } words } && FreeRadiusWords.Ground(words) is { } ground:
                return
                [
                    new RadiusDecision(
                        source, Host.NpsServer, at, RadiusOutcome.Rejected, null, began?.Identity, null, null, null, null, new(null, null, null, null, null), null, null, null)
                    {
                        Ground = ground,
                        Words = words,
                    },
                ];
            default:
                return [];
        }
    }

    public IEnumerable<Observation> Take(TranscriptEntry.Eap eap, Citation source) => _eap.Take(eap, source, _lastSent).Select(Direct);

    public IEnumerable<Observation> End(TranscriptEntry.Ended ended, Citation source)
    {
        if (ended is { How: "eap-failed", Detail: { } reason } && _eap.End(reason, source, TranscriptRun.At(ended)) is { } authentication)
            yield return Direct(authentication);
    }

    /// <summary>Nothing waits for a RADIUS server in between: a late refusal is a slow server, no silent one.</summary>
    private static Observation Direct(Observation seen) => seen is EapAuthentication authentication ? authentication with { IsDirect = true, Seconds = 0 } : seen;

    private RadiusProbed Probed(TranscriptEntry.Radius radius, Citation source, RadiusProbeResult result) =>
        new(source, Host.NpsServer, TranscriptRun.At(radius), radius.Question, radius.Endpoint, _sent?.Length, result);
}
