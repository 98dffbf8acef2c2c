using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules.ServerAuthentication;

/// <summary>A server certificate's dates against the time for which the case is judged; IKEv2 and SSTP ask the same.</summary>
internal static class ValidityJudged
{
    /// <returns>Null when no end date is shown.</returns>
    public static Verdict? Of(Certificate certificate, DateTimeOffset asOf, ImmutableArray<Need> needs)
    {
        var subject = Hole.Subject(certificate.Subject);

        if (certificate.NotAfter is { } end && end.IsBefore(asOf) is true)
            return Verdict.Found($"{subject} expired on {end}; judged for {asOf}", certificate.Cite(nameof(Certificate.NotAfter)));
        if (certificate.NotBefore is { } begin && begin.IsBefore(asOf) is false)
            return Verdict.Found($"{subject} is not valid before {begin}; judged for {asOf}", certificate.Cite(nameof(Certificate.NotBefore)));
        if (certificate.NotAfter is not { } until)
            return null;
        if (until.IsBefore(asOf) is false && certificate.NotBefore?.IsBefore(asOf) is true or null)
            return Verdict.RuledOut($"{subject} is in force until {until}", certificate.Cite(nameof(Certificate.NotAfter)));

        return Verdict.Undecided($"the dates of {subject} can be read in two ways, and only one of them is in force at {asOf}", certificate.Cite(nameof(Certificate.NotAfter)))
            with { Needs = needs };
    }
}
