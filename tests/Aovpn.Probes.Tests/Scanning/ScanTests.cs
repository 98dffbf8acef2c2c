using System.Collections.Immutable;
using System.Net;
using Aovpn.Probes.Scanning;
using Aovpn.Probes.Sessions.Ike;

namespace Aovpn.Probes.Tests.Scanning;

/// <summary>A scan on a clock of its own: pace, repetition, patience, and whose answers count.</summary>
public sealed class ScanTests
{
    private static readonly IPEndPoint Here = new(IPAddress.Loopback, 40_000);

    [Fact]
    public void No_more_datagrams_leave_in_a_second_than_the_pace_says()
    {
        var sent = Run(Targets(100), new(1_000, 1, TimeSpan.FromSeconds(1)), (_, _) => null).Sent;

        Assert.Equal(100, sent.Count);
        for (var i = 10; i < sent.Count; i++)
            Assert.True(sent[i].At - sent[i - 10].At >= TimeSpan.FromMilliseconds(9), $"datagrams {i - 10} and {i} leave within {sent[i].At - sent[i - 10].At}");
    }

    [Fact]
    public void Every_gateway_that_answers_is_counted_with_what_it_says()
    {
        var targets = Targets(3);
        var answers = Run(targets, ScanPace.Default, (target, request) => target == targets[0] ? (CannedGateway.AsksForGroup(request), 50)
            : target == targets[1] ? (CannedGateway.Refuses(request), 20) : null).Answers;

        Assert.Equal([true, true, false], answers.Select(answer => answer.IsAnswered));
        Assert.Equal([true, false, false], answers.Select(answer => answer.TakesIkev2));
        Assert.Equal(50, answers[0].RoundTrip!.Value.TotalMilliseconds, 1.0);
    }

    [Fact]
    public void An_answer_that_takes_seconds_is_not_lost()
    {
        var targets = Targets(50);
        var answers = Run(targets, ScanPace.Default, (target, request) => (CannedGateway.AsksForGroup(request), target == targets[7] ? 7_500 : 40)).Answers;

        Assert.All(answers, answer => Assert.True(answer.TakesIkev2));
        Assert.True(answers[7].Transmissions > 1, "a gateway that is silent for seconds is asked again");
    }

    [Fact]
    public void Repetitions_come_as_soon_as_the_others_round_trips_say_and_twice_as_late_each_time()
    {
        var targets = Targets(40);
        var sent = Run(targets, ScanPace.Default, (target, request) => target == targets[39] ? null : (CannedGateway.AsksForGroup(request), 60)).Sent
            .Where(one => one.Target == targets[39]).Select(one => one.At).ToArray();

        Assert.Equal(ScanPace.Default.Transmissions, sent.Length);
        Assert.InRange((sent[2] - sent[1]).TotalSeconds, 0.25, 1.1);
        Assert.InRange((sent[3] - sent[2]) / (sent[2] - sent[1]), 1.5, 2.5);
    }

    [Fact]
    public void A_cookie_is_brought_back_at_once()
    {
        var targets = Targets(1);
        var (answers, sent) = Run(targets, ScanPace.Default, (_, request) => (CannedGateway.HasCookie(request) ? CannedGateway.AsksForGroup(request) : CannedGateway.Cookie(request), 30));

        Assert.True(answers[0].TakesIkev2);
        Assert.Equal(2, sent.Count);
        Assert.InRange((sent[1].At - sent[0].At).TotalMilliseconds, 29, 35);
    }

    [Fact]
    public void An_answer_from_elsewhere_does_not_count()
    {
        var targets = Targets(1);
        var answers = Run(targets, ScanPace.Default, (_, request) => (CannedGateway.AsksForGroup(request), 30), from: _ => new(IPAddress.Parse("192.0.2.99"), 500)).Answers;

        Assert.False(answers[0].IsAnswered);
    }

    [Fact]
    public void Garbage_does_not_count()
    {
        var answers = Run(Targets(1), ScanPace.Default, (_, request) => (request[..40].ToArray(), 30)).Answers;

        Assert.False(answers[0].IsAnswered);
    }

    [Fact]
    public async Task Sockets_carry_it_to_both_ports_of_many_gateways()
    {
        using var gateways = new LoopbackGateways(20, TimeSpan.FromMilliseconds(20));
        var answers = await GatewayScan.RunAsync(gateways.Targets, ScanPace.Default, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(40, answers.Length);
        Assert.All(answers, answer => Assert.True(answer.TakesIkev2, $"{answer.Target} {answer.Problem}"));
    }

    private static ImmutableArray<ScanTarget> Targets(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new ScanTarget($"gateway-{i}", IkePort.Ike, new(new IPAddress([192, 0, (byte)(2 + (i / 250)), (byte)(1 + (i % 250))]), 500)))];

    /// <summary>Runs a scan to its end, from one moment at which something happens to the next.</summary>
    /// <param name="answer">What comes back after how many milliseconds; null for silence.</param>
    private static (ImmutableArray<ScanAnswer> Answers, List<(ScanTarget Target, TimeSpan At)> Sent) Run(
        ImmutableArray<ScanTarget> targets, ScanPace pace, Func<ScanTarget, ReadOnlyMemory<byte>, (byte[] Datagram, int Milliseconds)?> answer, Func<ScanTarget, IPEndPoint>? from = null)
    {
        var scan = new Scan(targets, pace, _ => Here);
        var arrivals = new PriorityQueue<(IPEndPoint From, byte[] Datagram), TimeSpan>();
        var sent = new List<(ScanTarget, TimeSpan)>();
        var now = TimeSpan.Zero;
        for (var turns = 0; !scan.IsOver; turns++)
        {
            Assert.True(turns < 100_000, "the scan does not end");
            while (arrivals.TryPeek(out var arrived, out var at) && at <= now)
            {
                arrivals.Dequeue();
                scan.Receive(arrived.From, arrived.Datagram, now);
            }

            while (scan.TrySend(now, out var target, out var datagram))
            {
                sent.Add((target, now));
                if (answer(target, datagram) is var (reply, milliseconds))
                    arrivals.Enqueue((from?.Invoke(target) ?? target.Endpoint, reply), now + TimeSpan.FromMilliseconds(milliseconds));
            }

            var next = arrivals.TryPeek(out _, out var due) && due < scan.Deadline ? due : scan.Deadline;
            now = next > now ? next : now + TimeSpan.FromTicks(1);
        }

        return (scan.Answers, sent);
    }
}
