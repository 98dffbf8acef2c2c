namespace Aovpn.Probes.Revocation;

/// <summary>What came from one address.</summary>
/// <param name="Bytes">Null where nothing of use came.</param>
/// <param name="Status">HTTP's, where it is no success; null where nobody answered.</param>
/// <param name="Problem">In words; null where all went well.</param>
internal sealed record Fetched(byte[]? Bytes, int? Status, string? Problem);
