namespace Aovpn.Probes.Steps.Tunnels;

/// <summary>Lets a session without sockets talk over a stream until it has what it wants, the other side closes, or the time is over.</summary>
internal static class StreamTalk
{
    private const int BufferSize = 16_384;

    /// <param name="take">Bytes that came, to bytes to send.</param>
    /// <returns>What ended it where it was not <paramref name="isOver"/>; null otherwise.</returns>
    public static async Task<string?> RunAsync(Stream stream, byte[] first, Func<ReadOnlyMemory<byte>, byte[]> take, Func<bool> isOver, TimeSpan limit, TimeProvider clock, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancel);
        var buffer = new byte[BufferSize];
        try
        {
            await stream.WriteAsync(first, both.Token);
            while (!isOver())
            {
                var read = await stream.ReadAsync(buffer, both.Token);
                if (read == 0)
                    return "the server closed the connection";
                if (take(buffer.AsMemory(0, read)) is { Length: > 0 } answer)
                    await stream.WriteAsync(answer, both.Token);
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return "no answer in time";
        }
        catch (IOException error)
        {
            return $"the connection broke: {error.Message}";
        }
    }
}
