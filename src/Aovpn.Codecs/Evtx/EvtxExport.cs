using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Aovpn.Codecs.Evtx;

/// <summary>Writes the wanted records of a log in their order. Chunks are rendered in parallel; a bounded number of them is in memory.</summary>
public sealed class EvtxExport(EvtxFilter filter, EvtxForm form)
{
    /// <summary>Chunks that may be read and not yet written, for each thread.</summary>
    private const int ChunksAhead = 4;

    private readonly ConcurrentBag<byte[]> _buffers = [];
    private readonly ConcurrentBag<RenderedChunk> _rendered = [];

    /// <summary>Records written so far.</summary>
    public long Records { get; private set; }

    /// <param name="lost">Told in the order of the file, from one thread.</param>
    public async Task WriteAsync(Stream log, Stream output, Action<EvtxLoss> lost, int threads, CancellationToken cancel)
    {
        if (threads <= 1)
        {
            Write(log, output, lost, cancel);
            return;
        }

        var found = new List<EvtxLoss>();
        var chunks = new EvtxChunks(log, found.Add, _buffers);
        var ahead = Channel.CreateBounded<(EvtxLoss[] Before, Task<RenderedChunk>? Chunk)>(new BoundedChannelOptions(threads * ChunksAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Task.Run(
            async () =>
            {
                try
                {
                    foreach (var chunk in chunks.Read())
                        await ahead.Writer.WriteAsync((Taken(found), Task.Run(() => Rendered(chunk, chunks.IsDirty), stop.Token)), stop.Token);

                    await ahead.Writer.WriteAsync((Taken(found), null), stop.Token);
                    ahead.Writer.Complete();
                }
                catch (Exception error)
                {
                    ahead.Writer.Complete(error);
                    throw;
                }
            },
            stop.Token);
        try
        {
            await foreach (var (before, chunk) in ahead.Reader.ReadAllAsync(cancel))
            {
                foreach (var loss in before)
                    lost(loss);
                if (chunk is not null)
                {
                    var rendered = await chunk;
                    Put(rendered, output, lost);
                    _rendered.Add(rendered);
                }
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    /// <summary>The same on this thread alone.</summary>
    public void Write(Stream log, Stream output, Action<EvtxLoss> lost, CancellationToken cancel = default)
    {
        var chunks = new EvtxChunks(log, lost, _buffers);
        foreach (var chunk in chunks.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var rendered = Rendered(chunk, chunks.IsDirty);
            Put(rendered, output, lost);
            _rendered.Add(rendered);
        }
    }

    private RenderedChunk Rendered(EvtxChunk chunk, bool isDirty)
    {
        if (!_rendered.TryTake(out var rendered))
            rendered = new();
        rendered.Render(chunk, filter, form, isDirty);
        _buffers.Add(chunk.Buffer);
        return rendered;
    }

    private void Put(RenderedChunk chunk, Stream output, Action<EvtxLoss> lost)
    {
        foreach (var loss in chunk.Losses)
            lost(loss);
        output.Write(chunk.Text.Span);
        Records += chunk.Records;
    }

    private static EvtxLoss[] Taken(List<EvtxLoss> found)
    {
        EvtxLoss[] taken = [.. found];
        found.Clear();
        return taken;
    }
}
