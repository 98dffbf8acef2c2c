namespace Aovpn.Reports.NpsTables;

/// <summary>A file of <see cref="NpsTable"/>'s columns. Disposing ends it.</summary>
public interface ITableFile : IDisposable
{
    /// <param name="cells">One for each of <see cref="NpsTable.Columns"/>.</param>
    void Add(ReadOnlySpan<NpsCell> cells);
}
