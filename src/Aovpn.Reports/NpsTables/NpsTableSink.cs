using Aovpn.Codecs.Nps;

namespace Aovpn.Reports.NpsTables;

/// <summary>Records as rows of a table.</summary>
internal sealed class NpsTableSink(ITableFile table) : INpsRecordSink
{
    private readonly NpsTable _rows = new();

    public IReadOnlyDictionary<string, long> LeftOut { get; } = new Dictionary<string, long>();

    public void Write(string file, NpsRecord record) => table.Add(_rows.Row(record));

    public void Dispose() => table.Dispose();
}
