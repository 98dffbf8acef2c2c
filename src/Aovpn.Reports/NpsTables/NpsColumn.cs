namespace Aovpn.Reports.NpsTables;

/// <summary>A column of a table of records.</summary>
/// <param name="Heading">For NPS' own columns, as the heading row of Microsoft's "Troubleshoot Always On VPN" spells it.</param>
/// <param name="Attribute">The canonical name of the attribute that fills it; null for columns that are worked out.</param>
/// <param name="IsDecoded">Whether numbers are written as their names: Access-Reject for 3.</param>
public sealed record NpsColumn(string Heading, NpsColumnKind Kind, string? Attribute, bool IsDecoded = false);
