using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Probes.Channels;
using Aovpn.Probes.Sessions.Radius;

namespace Aovpn.Probes.Radius;

/// <summary>Requests and answers of one session with a RADIUS server, over a socket and into the transcript.</summary>
internal sealed class RadiusExchange : IDisposable
{
    private readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>();
    private readonly IDatagramChannel? _channel;
    private readonly Transcript _transcript;
    private readonly string _id;
    private readonly string _endpoint;
    private readonly ImmutableArray<TimeSpan> _waits;

    public RadiusExchange(IPEndPoint endpoint, Transcript transcript, string id, ImmutableArray<TimeSpan> waits)
    {
        (_transcript, _id, _endpoint, _waits) = (transcript, id, endpoint.ToString(), waits);
        try
        {
            _channel = new UdpChannel(endpoint, _arrivals.Writer);
        }
        catch (SocketException)
        {
            // No route: the first question tells it as silence.
        }
    }

    /// <summary>Sends a request until it is answered or the waits run out.</summary>
    /// <param name="receive">Takes a datagram: whether it was the answer, and the next request.</param>
    /// <param name="events">Where <paramref name="receive"/> leaves what it learned.</param>
    /// <returns>The next request, if any; null when no answer came.</returns>
    public async Task<RadiusAnswer?> AskAsync(
        byte[] request, string question, Func<byte[], (bool Answered, byte[]? Next)> receive, List<RadiusEvent> events, CancellationToken cancel, bool tellsEap = true)
    {
        var closed = false;
        foreach (var wait in _waits)
        {
            _transcript.Add(new TranscriptEntry.Radius(_transcript.Now, _id, "sent", question, _endpoint, request.Length, request[0]));
            if (_channel is null || _channel.Send(request) is not (null or SocketError.ConnectionRefused or SocketError.ConnectionReset))
                break;

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(wait);
            try
            {
                while (!closed)
                {
                    var arrival = await _arrivals.Reader.ReadAsync(limit.Token);
                    if (arrival.Error is { } error)
                    {
                        closed = error is SocketError.ConnectionRefused or SocketError.ConnectionReset;
                        continue;
                    }

                    var (answered, next) = receive(arrival.Bytes.ToArray());
                    RadiusEntries.Add(_transcript, _id, _endpoint, question, events, tellsEap);
                    events.RemoveAll(one => one is not RadiusEvent.Eap);
                    if (answered)
                        return new(next);
                }
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                continue;
            }

            break;
        }

        _transcript.Add(new TranscriptEntry.Radius(_transcript.Now, _id, closed ? "port-closed" : "silence", question, _endpoint));
        return null;
    }

    /// <param name="how">done, eap-failed, no-answer.</param>
    /// <param name="detail">EAP's reason.</param>
    public void End(string how, string? detail) => _transcript.Add(new TranscriptEntry.Ended(_transcript.Now, _id, how, Detail: detail));

    public void Dispose() => _channel?.Dispose();
}
