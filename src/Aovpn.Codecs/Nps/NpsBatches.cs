using System.Runtime.ExceptionServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// Reads a log in order while other threads take it apart: the caller's thread reads on in the file and gets what they found, one part after the
/// other. Memory is a few parts of half a mebibyte.
/// </summary>
public static class NpsBatches
{
    /// <param name="threads">Threads that are to be busy, the caller's included; 1 for no other.</param>
    /// <param name="map">What is wanted of a record; called on other threads, each record once. The row is valid during the call only.</param>
    /// <exception cref="IOException">The log cannot be read further; what was read before was handed out.</exception>
    public static IEnumerable<NpsBatch<T>> Read<T>(Stream log, int threads, Func<NpsRow, T> map)
    {
        var windows = new NpsWindows(log);
        ExceptionDispatchInfo? failure = null;
        var (free, begun) = (new Stack<Part>(), new Queue<(Part Part, Task<NpsBatch<T>> Found)>());
        for (var isMore = true; isMore || begun.Count > 0;)
        {
            while (isMore && begun.Count < 2 * threads - 1)
            {
                var part = free.TryPop(out var known) ? known : new();
                isMore = Next(windows, part.Window, ref failure);
                if (isMore)
                    begun.Enqueue((part, threads > 1 ? Task.Run(() => Found(part, map)) : Task.FromResult(Found(part, map))));
            }

            if (!begun.TryDequeue(out var first))
                break;
            yield return first.Found.GetAwaiter().GetResult();
            free.Push(first.Part);
        }

        failure?.Throw();
    }

    /// <summary>What was begun is handed out before a failure is.</summary>
    private static bool Next(NpsWindows windows, NpsWindow window, ref ExceptionDispatchInfo? failure)
    {
        try
        {
            return windows.Next(window);
        }
        catch (IOException thrown)
        {
            failure = ExceptionDispatchInfo.Capture(thrown);
            return false;
        }
    }

    private static NpsBatch<T> Found<T>(Part part, Func<NpsRow, T> map)
    {
        var (records, damaged) = (new List<T>(part.Records), new List<NpsDamage>());
        var reader = part.Reader;
        reader.Begin(part.Window);
        while (reader.MoveNext())
        {
            if (reader.Damage is { } damage)
                damaged.Add(damage);
            else
                records.Add(map(reader.Row));
        }

        part.Records = records.Count;
        return new(records, damaged);
    }

    private sealed class Part
    {
        public NpsWindow Window { get; } = new();

        public NpsRowReader Reader { get; } = new();

        /// <summary>As many as the last time, which is about as many as the next.</summary>
        public int Records { get; set; }
    }
}
