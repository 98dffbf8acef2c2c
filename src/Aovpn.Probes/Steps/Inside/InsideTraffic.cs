using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Aovpn.Codecs;
using Aovpn.Codecs.Esp;
using Aovpn.Codecs.Inside;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Steps.Inside;

/// <summary>IP packets through a tunnel: sealed into ESP in UDP, opened, and handed to whoever waits for them.</summary>
internal sealed class InsideTraffic
{
    private const int LargestBlock = 16;

    private readonly IkeRun _run;
    private readonly EspAssociation _outbound;
    private readonly EspAssociation _inbound;
    private readonly List<(Func<InsideReply, bool> IsAnswer, TaskCompletionSource<InsideReply?> Waiter)> _waiters = [];
    private readonly InsideHost? _four;
    private readonly InsideHost? _six;

    public InsideTraffic(IkeRun run, ChildSa child)
    {
        (_run, _outbound, _inbound) = (run, EspAssociation.Outbound(child.Keys, child.OutboundSpi), EspAssociation.Inbound(child.Keys, child.InboundSpi));
        (_four, _six) = (child.Address is { } four ? new(four) : null, child.Address6 is { } six ? new(six) : null);
        run.EspReceived = Take;
    }

    /// <summary>ESP packets that went out.</summary>
    public int Sent { get; private set; }

    /// <summary>Genuine ESP packets that came in.</summary>
    public int Received { get; private set; }

    /// <summary>This client inside, as the target's family has it; null when the gateway gave no address of that family.</summary>
    public InsideHost? HostFor(IPAddress target) => target.AddressFamily is AddressFamily.InterNetworkV6 ? _six : _four;

    /// <summary>Sends a packet up to three times, a second apart, until something answers it.</summary>
    /// <returns>Null for silence.</returns>
    public async Task<InsideReply?> AskAsync(byte[] packet, Func<InsideReply, bool> isAnswer, TimeProvider clock, CancellationToken cancel)
    {
        const int Times = 3;
        for (var i = 0; i < Times; i++)
        {
            if (await AskOnceAsync(packet, isAnswer, clock, cancel) is { } reply)
                return reply;
        }

        return null;
    }

    public void Send(byte[] packet)
    {
        Sent++;
        _run.NatTraversal.Send(_outbound.Seal(packet, RandomNumberGenerator.GetBytes(LargestBlock).AsSpan(0, _outbound.IvSize)));
    }

    private async Task<InsideReply?> AskOnceAsync(byte[] packet, Func<InsideReply, bool> isAnswer, TimeProvider clock, CancellationToken cancel)
    {
        var waiter = new TaskCompletionSource<InsideReply?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiters)
            _waiters.Add((isAnswer, waiter));
        try
        {
            await using var limit = clock.CreateTimer(_ => waiter.TrySetResult(null), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            await using var stop = cancel.Register(() => waiter.TrySetCanceled(cancel));
            Send(packet);
            return await waiter.Task;
        }
        finally
        {
            lock (_waiters)
                _waiters.RemoveAll(one => one.Waiter == waiter);
        }
    }

    private void Take(ReadOnlyMemory<byte> datagram)
    {
        try
        {
            if (_inbound.Open(datagram.Span) is not { } packet)
                return;
            Received++;
            if ((_four?.Read(packet) ?? _six?.Read(packet)) is not { } reply)
                return;
            lock (_waiters)
            {
                foreach (var (isAnswer, waiter) in _waiters)
                {
                    if (isAnswer(reply))
                        waiter.TrySetResult(reply);
                }
            }
        }
        catch (MalformedException)
        {
            // A packet that is damaged answers nothing: what was asked stays unanswered.
        }
    }
}
