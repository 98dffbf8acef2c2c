namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>Why sessions ended.</summary>
/// <param name="Name">As RFC 2866 section 5.10 names it; null where the record names none.</param>
public sealed record TerminateCause(string? Name, long Count);
