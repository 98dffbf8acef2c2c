using System.Text;
using Aovpn.Codecs.Nps;

namespace Aovpn.Reports;

/// <summary>Writes what a log has new, a line for each record.</summary>
public interface INpsTailWriter
{
    /// <param name="file">The log's name.</param>
    /// <param name="line">Its line, from 1; null where nobody counted.</param>
    void Write(StringBuilder output, string file, long? line, NpsLogEntry entry);

    /// <summary>A line that is too long to be a record was skipped.</summary>
    void WriteSkipped(StringBuilder output, string file, long? line);
}
