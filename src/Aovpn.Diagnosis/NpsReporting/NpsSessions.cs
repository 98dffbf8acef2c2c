using System.Collections.Immutable;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>What accounting says of VPN sessions.</summary>
/// <param name="PeakConcurrency">Most sessions open at one time, of those whose start the log holds.</param>
/// <param name="PeakAt">By the server's clock.</param>
/// <param name="StillOpen">Started and not stopped when the log ends.</param>
/// <param name="BytesFromClients">Acct-Input-Octets of stopped sessions, and of open ones as far as they were reported.</param>
/// <param name="BytesToClients">Acct-Output-Octets, likewise.</param>
/// <param name="LongestSeconds">Acct-Session-Time of the longest stopped session.</param>
/// <param name="TotalSeconds">Acct-Session-Time of all stopped sessions.</param>
/// <param name="TerminateCauses">Acct-Terminate-Cause, the most frequent first.</param>
public sealed record NpsSessions(
    long Started, long Interim, long Stopped, long PeakConcurrency, DateTime? PeakAt, long StillOpen, long BytesFromClients, long BytesToClients,
    long LongestSeconds, long TotalSeconds, ImmutableArray<TerminateCause> TerminateCauses);
