namespace Aovpn.Bench.Running;

/// <summary>How many times faster one contender is to be than another.</summary>
/// <param name="Ours">The contender's name.</param>
/// <param name="Peer">The other's.</param>
/// <param name="Floor">The ratio that must hold.</param>
/// <param name="Mark">The ratio that is wanted.</param>
internal sealed record Goal(string Ours, string Peer, Measure Measure, double Floor, double Mark);
