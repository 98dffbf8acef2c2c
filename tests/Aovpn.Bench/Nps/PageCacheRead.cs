using System.Globalization;

namespace Aovpn.Bench.Nps;

/// <summary>Copies a file out of the page cache, a part for each thread, and does nothing with it: no reader that copies is faster.</summary>
internal static class PageCacheRead
{
    private const int Window = 1 << 20;

    public static string Answer(string file, int threads)
    {
        using var handle = File.OpenHandle(file, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
        var part = (length + threads - 1) / threads;
        var read = new long[threads];
        var running = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            var buffer = GC.AllocateUninitializedArray<byte>(Window, pinned: true);
            var end = Math.Min(length, part * (number + 1));
            for (var at = part * number; at < end;)
            {
                var got = RandomAccess.Read(handle, buffer.AsSpan(0, (int)Math.Min(Window, end - at)), at);
                if (got == 0)
                    break;
                at += got;
                read[number] += got;
            }
        })).ToList();
        running.ForEach(thread => thread.Start());
        running.ForEach(thread => thread.Join());
        return string.Create(CultureInfo.InvariantCulture, $"bytes {read.Sum()}\n");
    }
}
