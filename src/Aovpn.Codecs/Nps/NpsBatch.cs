namespace Aovpn.Codecs.Nps;

/// <summary>What a part of a log holds.</summary>
/// <param name="Records">In the order of the log.</param>
/// <param name="Damaged">Likewise.</param>
public sealed record NpsBatch<T>(IReadOnlyList<T> Records, IReadOnlyList<NpsDamage> Damaged);
