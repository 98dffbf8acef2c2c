using System.Collections.Immutable;
using Aovpn.Diagnosis.Correlation;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Judgement;

/// <summary>Whether it can be known from where the probe ran that a certificate is not revoked. No fault by itself: that is for the rules.</summary>
internal static class RevocationNotes
{
    /// <summary>A sentence for each certificate that was asked about and is not revoked; none where nobody was asked.</summary>
    public static IEnumerable<Message> Notes(ImmutableArray<Observation> observations) => RevocationSeen.In(observations).Where(seen => seen.Revoked is null).Select(Note);

    private static Message Note(RevocationSeen seen)
    {
        var whose = Message.Of($"Revocation of {Hole.Subject(seen.First.Subject)}");
        if (seen.Good is not { } good)
            return Message.Of($"{whose}: nobody says whether it is revoked: {seen.Problems}");

        var until = good.NextUpdate is { } end ? Message.Of($", in an answer to be used until {end}") : Message.Of($"");
        var said = Message.Of($"{whose}: not revoked, says {Hole.Path(good.Url ?? "")}{until}");
        return seen.Answers.All(one => one.Answer is Trust.Revocation.RevocationAnswer.Good) ? said : Message.Of($"{said}; but not {seen.Problems}");
    }
}
