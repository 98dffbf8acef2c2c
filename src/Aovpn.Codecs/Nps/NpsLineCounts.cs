namespace Aovpn.Codecs.Nps;

/// <summary>
/// Line numbers of windows that several threads read: how many lines a window has is known when it is read, which costs nothing, and the number of
/// its first line when those before it are. Only damage is told by its line, so that hardly anybody asks.
/// </summary>
internal sealed class NpsLineCounts
{
    private readonly Dictionary<long, long> _ahead = [];
    private long _next;
    private long _lines;
    private bool _isOver;

    /// <param name="window">From 0, in the order of the log.</param>
    /// <param name="lines">Line feeds in it and in what was skipped before it.</param>
    public void Read(long window, long lines)
    {
        lock (_ahead)
        {
            _ahead[window] = lines;
            for (; _ahead.Remove(_next, out var here); _next++)
                _lines += here;
            Monitor.PulseAll(_ahead);
        }
    }

    /// <summary>A thread has failed: whom it leaves waiting is told so.</summary>
    public void End()
    {
        lock (_ahead)
        {
            _isOver = true;
            Monitor.PulseAll(_ahead);
        }
    }

    /// <summary>Lines before a window. Waits for those that read the windows before it, who wait for nobody behind them.</summary>
    public long Before(long window)
    {
        lock (_ahead)
        {
            while (_next < window && !_isOver)
                Monitor.Wait(_ahead);
            return _lines;
        }
    }
}
