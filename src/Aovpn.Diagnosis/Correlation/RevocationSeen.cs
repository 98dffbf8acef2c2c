using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Trust.Revocation;

namespace Aovpn.Diagnosis.Correlation;

/// <summary>All that a probe was told of one certificate's revocation. One answer of use is enough, and one revocation.</summary>
/// <param name="Answers">At least one.</param>
public sealed record RevocationSeen(ImmutableArray<RevocationAsked> Answers)
{
    public RevocationAsked First => Answers[0];

    /// <summary>The answer that revokes it; null where none does.</summary>
    public RevocationAsked? Revoked => Answers.FirstOrDefault(one => one.Answer is RevocationAnswer.Revoked);

    /// <summary>An answer in force that does not; null where there is none.</summary>
    public RevocationAsked? Good => Answers.FirstOrDefault(one => one.Answer is RevocationAnswer.Good);

    /// <summary>Nobody could know: it names no address, or none that is asked here.</summary>
    public bool IsUnasked => Answers.All(one => one.Answer is RevocationAnswer.NotAsked);

    public static IEnumerable<RevocationSeen> In(IEnumerable<Observation> observations) => observations.OfType<RevocationAsked>()
        .GroupBy(one => (one.Use, one.Thumbprint)).Select(answers => new RevocationSeen([.. answers.DistinctBy(one => (one.Url, one.Answer))]));

    /// <summary>Each address with what is wrong with its answer.</summary>
    public Message Problems => Answers.Where(one => one.Answer is not (RevocationAnswer.Good or RevocationAnswer.Revoked))
        .Select(Problem).Aggregate((all, one) => Message.Of($"{all}; {one}"));

    private static Message Problem(RevocationAsked asked)
    {
        var why = asked switch
        {
            { Problem: { } problem } => Message.Of($"{Hole.Plain(problem)}"),
            { Answer: RevocationAnswer.OutOfDate, NextUpdate: { } end } => Message.Of($"it could be used until {end}"),
            { Answer: RevocationAnswer.Forged } => Message.Of($"the authority did not sign it"),
            _ => Message.Of($"{Hole.Plain(KebabCase.Of(asked.Answer.ToString()))}"),
        };
        return asked.Url is { } url ? Message.Of($"{Hole.Path(url)} ({why})") : why;
    }
}
