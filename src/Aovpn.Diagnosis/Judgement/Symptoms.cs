using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Collects what the evidence complains of: each code and each other symptom once, with every place where it was seen.</summary>
public static class Symptoms
{
    public static ImmutableArray<Symptom> In(CaseFile file)
    {
        var all = All(file);
        ImmutableArray<Symptom> telling = [.. all.Where(symptom => symptom.Id is not SymptomId.ConnectionFails)];
        return telling.IsEmpty ? all : telling;
    }

    private static ImmutableArray<Symptom> All(CaseFile file) =>
    [
        .. file.Observations.Where(MayComplain).SelectMany(seen => Of(seen).Select(complaint => (Complaint: complaint, seen.Source))).Concat(InsideSymptoms.In(file))
            .GroupBy(one => one.Complaint)
            .Select(group => new Symptom(group.Key.Symptom, group.Key.Code, [.. group.Select(one => one.Source).Distinct()])),
    ];

    /// <summary>False for what is most of a farm's evidence: how connections go on, and whom NPS let in.</summary>
    private static bool MayComplain(Observation seen) =>
        seen is not (ConnectionProgressed or TopicMentioned or RadiusDecision { Outcome: not (RadiusOutcome.Rejected or RadiusOutcome.Discarded) });

    private static IEnumerable<Explained> Of(Observation seen)
    {
        switch (seen)
        {
            case ConnectionFailed failed:
                yield return new(failed.Code);
                break;
            case GatewayEvent { Code: { Value: not 0 } code }:
                yield return new(code);
                break;
            case GatewayEvent gateway when IsFailure(gateway):
                yield return new(Code.Event((uint)gateway.EventId));
                break;
            case RadiusDecision { IsVpn: true, Outcome: RadiusOutcome.Rejected or RadiusOutcome.Discarded, Reason: { Value: not 0 } reason }:
                yield return new(reason);
                break;
            case WindowsErrorReported reported:
                yield return new(reported.Code);
                break;
            case EapAuthentication { End: EapEnd.RefusedAtIdentity } refused:
                yield return new(refused.IsAfterSilence ? SymptomId.RadiusSilent : SymptomId.RefusedAtIdentity);
                break;
            case EapAuthentication { End: EapEnd.RefusedAfterHandshake }:
                yield return new(SymptomId.RefusedAfterHandshake);
                break;
            case EapAuthentication { End: EapEnd.RefusedDuringMethod }:
                yield return new(SymptomId.RefusedDuringMethod);
                break;
            case EapAuthentication { MsChapError: { } error }:
                yield return new(error);
                break;
            case RadiusProbed { Question: RadiusProbed.Access, Result: RadiusProbeResult.Silent }:
                yield return new(SymptomId.RadiusSilent);
                break;
            case ConnectionProbed { Established: false } probed:
                yield return probed.Shows is { } shown ? new(shown) : new(SymptomId.ConnectionFails);
                break;
            case TunnelTypeProbed { GoesOn: false } tunnel:
                yield return tunnel.Shows is { } shows ? new(shows) : new(SymptomId.ConnectionFails);
                break;
            case CloudSignIn { SignInCode: { } code }:
                yield return new(code);
                break;
            case PowerShellFailed { Code: { } code }:
                yield return new(code);
                yield return new(SymptomId.ScriptError);
                break;
            case PowerShellFailed:
                yield return new(SymptomId.ScriptError);
                break;
            case SymptomReported symptom:
                yield return new(symptom.Symptom);
                break;
        }
    }

    /// <summary>RemoteAccess events that carry no code but report a failure; the rest tells how things go.</summary>
    private static bool IsFailure(GatewayEvent seen) =>
        EventCatalogue.Find("RemoteAccess", (uint)seen.EventId).Any(row => row.Kind == "failure");
}
