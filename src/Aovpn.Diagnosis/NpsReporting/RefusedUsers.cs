using System.Collections.Immutable;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Who was refused, and who succeeds again.</summary>
/// <param name="Rows">The most refused first.</param>
/// <param name="Distinct">Users refused at least once.</param>
/// <param name="WorkAgain">Of these, users whom NPS accepts after their last refusal.</param>
/// <param name="NotListed">Refusals that belong to none of <paramref name="Rows"/>: of other users, or without a name.</param>
public sealed record RefusedUsers(ImmutableArray<RefusedUser> Rows, long Distinct, long WorkAgain, long NotListed);
