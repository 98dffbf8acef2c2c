using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Probes.Radius;

/// <summary>
/// Requests and answers of one session with a RADIUS server, over a socket and into the transcript. One request is on its way at a time and nothing else
/// to be done meanwhile, so its thread waits on the socket itself: ten answers that each wake three threads take longer than the server.
/// </summary>
internal sealed class RadiusExchange : IDisposable
{
    private const int LargestDatagram = 65_536;

    /// <summary>In milliseconds: so often a wait looks whether it is still wanted.</summary>
    private const int Glance = 100;

    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(LargestDatagram);
    private readonly Socket? _socket;
    private readonly Transcript _transcript;
    private readonly string _id;
    private readonly string _endpoint;
    private readonly ImmutableArray<TimeSpan> _waits;

    public RadiusExchange(IPEndPoint endpoint, Transcript transcript, string id, ImmutableArray<TimeSpan> waits)
    {
        (_transcript, _id, _endpoint, _waits) = (transcript, id, endpoint.ToString(), waits);
        var socket = new Socket(endpoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = Glance };
        try
        {
            // Connected, the system reports ICMP errors on it and drops what others send.
            socket.Connect(endpoint);
            _socket = socket;
        }
        catch (SocketException)
        {
            // No route: the first question tells it as silence.
            socket.Dispose();
        }
    }

    /// <summary>Sends a request until it is answered or the waits run out.</summary>
    /// <param name="receive">Takes a datagram: whether it was the answer, and the next request.</param>
    /// <param name="events">Where <paramref name="receive"/> leaves what it learned.</param>
    /// <returns>The next request, if any; null when no answer came.</returns>
    /// <exception cref="OperationCanceledException">It is no longer wanted.</exception>
    public RadiusAnswer? Ask(
        byte[] request, string question, Func<byte[], (bool Answered, byte[]? Next)> receive, List<RadiusEvent> events, CancellationToken cancel, bool tellsEap = true)
    {
        var closed = false;
        foreach (var wait in _waits)
        {
            _transcript.Add(new TranscriptEntry.Radius(_transcript.Now, _id, "sent", question, _endpoint, request.Length, request[0]));
            if (_socket is null || (ConnectedUdp.Send(_socket, request) is { } failed && !ConnectedUdp.IsPortClosed(failed)))
                break;

            for (var until = Environment.TickCount64 + (long)wait.TotalMilliseconds; !closed && Environment.TickCount64 < until;)
            {
                cancel.ThrowIfCancellationRequested();
                if (Receive(_socket, out closed) is not { } datagram)
                    continue;

                var (answered, next) = receive(datagram);
                RadiusEntries.Add(_transcript, _id, _endpoint, question, events, tellsEap);
                events.RemoveAll(one => one is not RadiusEvent.Eap);
                if (answered)
                    return new(next);
            }

            if (closed)
                break;
        }

        _transcript.Add(new TranscriptEntry.Radius(_transcript.Now, _id, closed ? "port-closed" : "silence", question, _endpoint));
        return null;
    }

    /// <param name="how">done, eap-failed, no-answer.</param>
    /// <param name="detail">EAP's reason.</param>
    public void End(string how, string? detail) => _transcript.Add(new TranscriptEntry.Ended(_transcript.Now, _id, how, Detail: detail));

    public void Dispose() => _socket?.Dispose();

    /// <param name="closed">The system reports in a datagram's place that nobody listens there.</param>
    /// <returns>Null where nothing came as long as a glance takes, too.</returns>
    private byte[]? Receive(Socket socket, out bool closed)
    {
        var length = socket.Receive(_buffer, 0, _buffer.Length, SocketFlags.None, out var error);
        closed = ConnectedUdp.IsPortClosed(error);
        return error is SocketError.Success ? _buffer[..length] : null;
    }
}
