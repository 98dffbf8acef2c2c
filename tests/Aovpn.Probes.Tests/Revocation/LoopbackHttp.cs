using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aovpn.Probes.Tests.Revocation;

/// <summary>A web server on a loopback port of its own that answers with bytes as they are, be they HTTP or not.</summary>
internal sealed class LoopbackHttp : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly List<string> _asked = [];
    private readonly Task _serving;

    /// <param name="answer">Path and body of a request to what is written, piece by piece.</param>
    public LoopbackHttp(Func<string, byte[], IAsyncEnumerable<byte[]>> answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public string Root => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Method and path of each request.</summary>
    public string[] Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    public static byte[] Ok(byte[] body) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    public void Dispose()
    {
        _over.Cancel();
        _serving.Wait();
        _listener.Dispose();
        _over.Dispose();
    }

    private async Task ServeAsync(Func<string, byte[], IAsyncEnumerable<byte[]>> answer)
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_over.Token), answer));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client, Func<string, byte[], IAsyncEnumerable<byte[]>> answer)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var (line, body) = await RequestAsync(stream);
                lock (_asked)
                    _asked.Add(line);
                await foreach (var piece in answer(line.Split(' ')[1], body))
                    await stream.WriteAsync(piece);
            }
            catch (IOException)
            {
                // The client has left.
            }
        }
    }

    private static async Task<(string Line, byte[] Body)> RequestAsync(NetworkStream stream)
    {
        var received = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                throw new IOException("the client left before its request was whole");
            received.AddRange(buffer.AsSpan(0, read));
            var text = Encoding.Latin1.GetString([.. received]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
                continue;
            var length = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) is { } header ? int.Parse(header[15..]) : 0;
            if (received.Count >= end + 4 + length)
                return (string.Join(' ', text.Split(' ')[..2]), [.. received.Skip(end + 4)]);
        }
    }
}
