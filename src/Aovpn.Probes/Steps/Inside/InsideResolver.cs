using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Aovpn.Codecs.Inside;
using DnsClient;

namespace Aovpn.Probes.Steps.Inside;

/// <summary>
/// Looks names up at a resolver inside: a socket on loopback stands for it, whose datagrams go through the tunnel, so that the library that asks
/// need not know of one.
/// </summary>
internal sealed class InsideResolver(InsideTraffic traffic, IPAddress server, ushort fromPort, TimeProvider clock)
{
    private const int DnsPort = 53, LargestMessage = 4096;

    /// <summary>What came back.</summary>
    /// <param name="Answered">The resolver said something, be it that the name does not exist.</param>
    /// <param name="Refused">Nobody listens there: ICMP port unreachable through the tunnel.</param>
    public sealed record Result(ImmutableArray<string> Addresses, bool Answered, bool Refused, string? Problem);

    public async Task<Result> ResolveAsync(string name, CancellationToken cancel)
    {
        using var stand = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var state = new Relay();
        var relay = RelayAsync(stand, state, end.Token);
        var client = new LookupClient(new LookupClientOptions((IPEndPoint)stand.Client.LocalEndPoint!)
        {
            UseCache = false, Retries = 0, Timeout = TimeSpan.FromSeconds(5), ThrowDnsErrors = false, UseTcpFallback = false, EnableAuditTrail = false,
        });
        try
        {
            var asked = client.QueryAsync(name, QueryType.A, cancellationToken: cancel);
            if (await Task.WhenAny(asked, state.Refusal.Task) != asked)
                return new([], Answered: false, Refused: true, "port unreachable");
            var answer = await asked;
            return new([.. answer.Answers.ARecords().Select(record => record.Address.ToString())], Answered: true, Refused: false, answer.HasError ? answer.ErrorMessage : null);
        }
        catch (DnsResponseException error)
        {
            return new([], Answered: false, Refused: false, error.Code is DnsResponseCode.ConnectionTimeout ? "time-out" : error.DnsError);
        }
        finally
        {
            await end.CancelAsync();
            await relay;
        }
    }

    private sealed class Relay
    {
        public TaskCompletionSource Refusal { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task RelayAsync(UdpClient stand, Relay state, CancellationToken cancel)
    {
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                var question = await stand.ReceiveAsync(cancel);
                if (traffic.HostFor(server) is not { } host || question.Buffer.Length > LargestMessage)
                    continue;
                var reply = await traffic.AskAsync(host.Datagram(server, fromPort, DnsPort, question.Buffer), Answers, clock, cancel);
                if (reply is InsideReply.Datagram datagram)
                    await stand.SendAsync(datagram.Payload, question.RemoteEndPoint, cancel);
                else if (reply is InsideReply.Unreachable)
                    state.Refusal.TrySetResult();
            }
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The look-up is over.
        }
    }

    private bool Answers(InsideReply reply) => reply switch
    {
        InsideReply.Datagram datagram => datagram.From.Equals(server) && datagram.FromPort == DnsPort && datagram.ToPort == fromPort,
        InsideReply.Unreachable { Protocol: 17 } unreachable => unreachable.Target.Address.Equals(server) && unreachable.Target.Port == DnsPort,
        _ => false,
    };
}
