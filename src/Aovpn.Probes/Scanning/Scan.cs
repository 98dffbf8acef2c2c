using System.Collections.Immutable;
using System.Net;
using Aovpn.Codecs.Ike;
using Aovpn.Probes.Sessions.Ike;
using Aovpn.Probes.Steps;

namespace Aovpn.Probes.Scanning;

/// <summary>
/// Asks many gateways at once whether they speak IKEv2, without a socket or a clock: times and datagrams go in, datagrams to send come out. Each is
/// sent one IKE_SA_INIT with a public value of a group that it is not offered, so that nobody computes and nothing half-open stays behind; one pair
/// of values serves all. A late answer counts as long as the scan lasts.
/// </summary>
/// <param name="localOf">The local endpoint that datagrams to an address leave from, for NAT detection.</param>
public sealed class Scan(ImmutableArray<ScanTarget> targets, ScanPace pace, Func<ScanTarget, IPEndPoint> localOf)
{
    private readonly Question[] _questions = [.. targets.Select(target => new Question(target))];
    private readonly Dictionary<ulong, Question> _bySpi = new(targets.Length);
    private readonly PriorityQueue<Question, TimeSpan> _waiting = new();
    private readonly RoundTripEstimate _estimate = new();
    private TimeSpan _nextSlot;
    private int _begun;
    private int _unanswered = targets.Length;

    /// <summary>All have answered, or were waited for long enough.</summary>
    public bool IsOver => _unanswered == 0 || (_begun == _questions.Length && _waiting.Count == 0);

    /// <summary>When <see cref="TrySend"/> has something to do next.</summary>
    public TimeSpan Deadline => _begun < _questions.Length ? _nextSlot
        : _waiting.TryPeek(out _, out var due) ? due > _nextSlot ? due : _nextSlot : TimeSpan.MaxValue;

    /// <summary>Results so far, in the order of the targets.</summary>
    public ImmutableArray<ScanAnswer> Answers => [.. _questions.Select(question => question.Answer)];

    /// <summary>Whether a datagram is to be sent now. Call until it says no.</summary>
    /// <param name="now">Any clock that never goes back; the same in all calls.</param>
    public bool TrySend(TimeSpan now, out ScanTarget target, out ReadOnlyMemory<byte> datagram)
    {
        (target, datagram) = (null!, default);
        if (now < _nextSlot)
            return false;

        // Who waits longest comes before who has not been asked, as long as both are due.
        while (_waiting.TryPeek(out var again, out var due) && due <= now)
        {
            _waiting.Dequeue();
            if (again.IsOver || again.Due != due)
                continue;
            if (again.GivesUp(now, pace))
            {
                _unanswered--;
                continue;
            }

            return Send(again, now, out target, out datagram);
        }

        if (_begun == _questions.Length)
            return false;

        var next = _questions[_begun++];
        next.Begin(Settings(next.Target), now);
        _bySpi[next.Spi] = next;
        return Send(next, now, out target, out datagram);
    }

    /// <summary>The system refused to send to it: nothing more is sent there.</summary>
    public void Fail(ScanTarget target, string problem)
    {
        var question = Array.Find(_questions, one => ReferenceEquals(one.Target, target));
        if (question is { IsOver: false })
        {
            question.Fail(problem);
            _unanswered--;
        }
    }

    /// <summary>Takes a datagram, from wherever it came; what does not belong to a question leaves no trace.</summary>
    public void Receive(IPEndPoint from, ReadOnlyMemory<byte> datagram, TimeSpan now)
    {
        if (!TryFind(from, datagram, out var question))
            return;

        var (wasAnswered, wasOver) = (question.Answer.IsAnswered, question.IsOver);
        question.Receive(datagram, now);
        if (!wasAnswered && question.Answer is { RoundTrip: { } roundTrip, Transmissions: 1 })
            _estimate.Add(roundTrip);

        if (question.IsOver && !wasOver)
            _unanswered--;
        else if (question.HasMore)
            _waiting.Enqueue(question, question.Due = now);
    }

    private bool TryFind(IPEndPoint from, ReadOnlyMemory<byte> datagram, out Question question)
    {
        foreach (var port in (ReadOnlySpan<IkePort>)[IkePort.Ike, IkePort.NatTraversal])
        {
            if (new IkeDatagram(port, datagram).Message is { Length: >= IkeHeader.Size } message
                && _bySpi.TryGetValue(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(message.Span), out question!)
                && question.Target.Port == port && question.Target.Endpoint.Equals(from))
            {
                return true;
            }
        }

        question = null!;
        return false;
    }

    private bool Send(Question question, TimeSpan now, out ScanTarget target, out ReadOnlyMemory<byte> datagram)
    {
        (target, datagram) = (question.Target, question.Send(now, _estimate, pace));
        _waiting.Enqueue(question, question.Due);
        _nextSlot = (now > _nextSlot + TimeSpan.FromMilliseconds(1) ? now : _nextSlot) + (TimeSpan.FromSeconds(1) / pace.DatagramsPerSecond);
        return true;
    }

    private IkeInitiatorSettings Settings(ScanTarget target) => new(localOf(target), target.Endpoint, WindowsProposals.Default)
    {
        Goal = IkeGoal.Ask,
        Proposals = SuiteQuestion.Everything,
        KeyExchanges = _ => SuiteQuestion.Mismatched,
        ForcesNatTraversal = false,
        StartsOnNatTraversal = target.Port is IkePort.NatTraversal,
        VendorIds = ReachStep.WindowsVendorIds,
        Retransmission = new([pace.Patience]),
        TimeLimit = pace.Patience * 2,
    };

    /// <summary>One target's exchange: the scan decides when its request is sent again.</summary>
    private sealed class Question(ScanTarget target)
    {
        private IkeInitiator? _initiator;
        private ReadOnlyMemory<byte> _request;
        private TimeSpan _began;
        private TimeSpan _sent;
        private bool _isGivenUp;

        public ScanTarget Target => target;

        public ScanAnswer Answer { get; private set; } = new(target, null, null, 0, null);

        public ulong Spi { get; private set; }

        /// <summary>When it is looked at next; an older entry of the queue is not it.</summary>
        public TimeSpan Due { get; set; }

        /// <summary>A cookie came: the request goes out anew.</summary>
        public bool HasMore { get; private set; }

        public bool IsOver => _isGivenUp || Answer.Ending is not null || Answer.Problem is not null;

        public void Begin(IkeInitiatorSettings settings, TimeSpan now)
        {
            _initiator = new(settings);
            Take(_initiator.Start(now));
            _began = now;
            Spi = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(new IkeDatagram(target.Port, _request).Message!.Value.Span);
        }

        public ReadOnlyMemory<byte> Send(TimeSpan now, RoundTripEstimate estimate, ScanPace pace)
        {
            (_sent, HasMore) = (now, false);
            Answer = Answer with { Transmissions = Answer.Transmissions + 1 };
            Due = Answer.Transmissions < pace.Transmissions && now + estimate.WaitAfter(Answer.Transmissions) < _began + pace.Patience
                ? now + estimate.WaitAfter(Answer.Transmissions)
                : _began + pace.Patience;
            return _request;
        }

        public bool GivesUp(TimeSpan now, ScanPace pace) => _isGivenUp = now >= _began + pace.Patience || (Answer.Transmissions >= pace.Transmissions && !HasMore);

        public void Fail(string problem) => Answer = Answer with { Problem = problem };

        public void Receive(ReadOnlyMemory<byte> datagram, TimeSpan now)
        {
            if (Answer.Ending is not null)
                return;

            var events = _initiator!.Receive(new(target.Port, datagram), now);
            if (events.All(one => one is IkeEvent.Discarded))
                return;

            if (!Answer.IsAnswered)
                Answer = Answer with { RoundTrip = now - _sent };

            Take(events);
        }

        private void Take(ImmutableArray<IkeEvent> events)
        {
            foreach (var happened in events)
            {
                if (happened is IkeEvent.Send send)
                    (_request, HasMore) = (send.Datagram.Bytes, true);
                else if (happened is IkeEvent.Ended ended)
                    Answer = Answer with { Ending = ended.Ending };
            }
        }
    }
}
