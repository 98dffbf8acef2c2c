using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>A row of a <see cref="ListedTable"/>.</summary>
/// <param name="Line">Where it stands.</param>
/// <param name="Cells">Fewer than the table has columns where the row broke off.</param>
internal readonly record struct TableRow(int Line, ImmutableArray<string> Cells)
{
    /// <returns>Null for a column that the table or the row does not have, and for an empty cell.</returns>
    public string? this[int column] => column >= 0 && column < Cells.Length && Cells[column].Length > 0 ? Cells[column] : null;
}
