namespace Aovpn.Probes.Tests.Lab;

/// <summary>
/// Time that passes only when nothing else is left to do: what waits is woken in its order, at once. One thread runs everything, so a run is
/// always the same and takes no time of its own.
/// </summary>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Loop _loop = new();
    private readonly List<Timer> _timers = [];
    private TimeSpan _now;

    public TimeSpan Elapsed => _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs work to its end.</summary>
    /// <exception cref="InvalidOperationException">It waits for something that will never happen.</exception>
    public void Run(Func<Task> work)
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(_loop);
        try
        {
            var task = work();
            while (!task.IsCompleted)
            {
                if (_loop.TryRun())
                    continue;
                var next = _timers.MinBy(timer => timer.Due) ?? throw new InvalidOperationException("the work waits, and nothing is to come");
                _now = next.Due > _now ? next.Due : _now;
                next.Fire();
            }

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private sealed class Timer(VirtualTime time, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time._timers.Remove(this);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            Due = time._now + dueTime;
            time._timers.Add(this);
            return true;
        }

        public void Fire()
        {
            time._timers.Remove(this);
            callback(state);
        }

        public void Dispose() => time._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Loop : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = [];

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_queue)
                _queue.Enqueue((d, state));
        }

        public bool TryRun()
        {
            (SendOrPostCallback Callback, object? State) next;
            lock (_queue)
            {
                if (!_queue.TryDequeue(out next))
                    return false;
            }

            next.Callback(next.State);
            return true;
        }
    }
}
