using System.Collections.Concurrent;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Reads a log on several threads: one at a time reads on in the file, each takes apart what it read. Memory is some windows of half a mebibyte for each
/// thread, whatever the log's length.
/// </summary>
public static class NpsScan
{
    /// <summary>Hands each record and each damaged place to one of the visitors, in no order.</summary>
    /// <param name="visitors">A thread for each; the caller's is the first's.</param>
    /// <exception cref="IOException">The log cannot be read.</exception>
    public static void Run(Stream log, IReadOnlyList<INpsVisitor> visitors)
    {
        var windows = new NpsWindows(log, countsLines: false);
        var counts = new NpsLineCounts();
        var gate = new Lock();
        var failures = new ConcurrentQueue<Exception>();
        var others = visitors.Skip(1).Select(visitor => new Thread(() => Visit(visitor)) { IsBackground = true }).ToList();
        others.ForEach(thread => thread.Start());
        Visit(visitors[0]);
        others.ForEach(thread => thread.Join());
        if (failures.TryDequeue(out var first))
            throw new IOException(first.Message, first);

        void Visit(INpsVisitor visitor)
        {
            var window = new NpsWindow { Counts = counts };
            var reader = new NpsRowReader();
            try
            {
                while (Next(window))
                {
                    reader.Begin(window);
                    while (reader.MoveNext())
                    {
                        if (reader.Damage is { } damage)
                            visitor.Take(damage with { Line = window.LinesBefore + damage.Line, LastLine = window.LinesBefore + damage.LastLine });
                        else
                            visitor.Take(reader.Row);
                    }

                    counts.Read(window.Number, reader.Lines + window.LinesSkipped);
                }
            }
#pragma warning disable CA1031 // Whatever ends one thread ends the reading, on the caller's thread.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                failures.Enqueue(failure);
                counts.End();
            }
        }

        bool Next(NpsWindow window)
        {
            lock (gate)
                return failures.IsEmpty && windows.Next(window);
        }
    }
}
