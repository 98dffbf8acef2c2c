using System.Collections.Immutable;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Refusals by one property, the most refused first.</summary>
/// <param name="Distinct">Different names that there are.</param>
/// <param name="NotListed">Refusals that belong to none of <paramref name="Rows"/>.</param>
public sealed record RefusalTable(ImmutableArray<RefusalTally> Rows, long Distinct, long NotListed);
