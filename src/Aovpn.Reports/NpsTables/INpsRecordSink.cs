using Aovpn.Codecs.Nps;

namespace Aovpn.Reports.NpsTables;

/// <summary>Takes records one after the other and writes them to a stream in one form. Disposing ends the file; the stream stays open.</summary>
public interface INpsRecordSink : IDisposable
{
    /// <param name="file">The log's name.</param>
    void Write(string file, NpsRecord record);

    /// <summary>Attributes that the form could not hold, by name; empty for forms that hold all.</summary>
    IReadOnlyDictionary<string, long> LeftOut { get; }
}
