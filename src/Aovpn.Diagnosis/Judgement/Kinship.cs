using System.Collections.Frozen;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>
/// Symptoms that people tell apart badly: "nothing works" may be names, one subnet, or large transfers. A cause of one of them that the report
/// otherwise describes explains the others of its kin too.
/// </summary>
internal static class Kinship
{
    private static readonly FrozenSet<SymptomId>[] Families =
    [
        new[]
        {
            SymptomId.ConnectedNoAccess, SymptomId.ConnectedNoNames, SymptomId.ConnectedOneSubnet, SymptomId.ConnectedNoIpv6,
            SymptomId.ConnectedLargeTransfersFail, SymptomId.AsksForCredentials,
        }.ToFrozenSet(),
        new[] { SymptomId.NeverDials, SymptomId.ProfileAbsent, SymptomId.ScriptError }.ToFrozenSet(),
        new[] { SymptomId.AsksForCertificate, SymptomId.AsksForCredentials, SymptomId.Oops, SymptomId.ConnectsAfterClosingOops }.ToFrozenSet(),
        new[] { SymptomId.Drops, SymptomId.ConnectedNoAccess, SymptomId.ConnectedLargeTransfersFail }.ToFrozenSet(),
    ];

    /// <summary>The symptom was only reported, and the page explains one that people easily say instead of it.</summary>
    public static bool IsExplained(Symptom symptom, RulePage page) =>
        symptom.Id is not SymptomId.Code && symptom.Evidence.All(citation => citation.Provenance is Provenance.Reported)
        && Families.Any(family => family.Contains(symptom.Id) && page.Explains.Any(one => one.Code is null && family.Contains(one.Symptom)));
}
