using System.Diagnostics;
using System.Globalization;

namespace Aovpn.LabTable;

/// <summary>
/// Whether the machine kept programs waiting meanwhile: peers and probe have timeouts of a second or less, which a starved machine lets pass. A thread
/// that should wake every few milliseconds notes how late it was; the kernel says how long some program waited for a processor.
/// </summary>
internal sealed class Starvation
{
    private const string Pressure = "/proc/pressure/cpu";
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10), MostLate = TimeSpan.FromMilliseconds(150);
    private const double MostShare = 0.8;
    private static readonly Lazy<Starvation> Ours = new(() => new());

    private long _late;

    private Starvation()
    {
        new Thread(Watch) { IsBackground = true, Name = "starvation" }.Start();
    }

    /// <summary>Begins to measure.</summary>
    /// <returns>What to ask at the end: null, or in words how the machine was starved.</returns>
    public static Func<string?> Watching()
    {
        var ours = Ours.Value;
        Interlocked.Exchange(ref ours._late, 0);
        var (clock, before) = (Stopwatch.StartNew(), Waited());
        return () =>
        {
            var share = (Waited() - before) / clock.Elapsed.TotalMicroseconds;
            var late = TimeSpan.FromTicks(Interlocked.Read(ref ours._late));
            return late > MostLate ? string.Create(CultureInfo.InvariantCulture, $"a thread woke {late.TotalMilliseconds:0} ms late")
                : share > MostShare ? string.Create(CultureInfo.InvariantCulture, $"programs waited for a processor {share:0%} of the time")
                : null;
        };
    }

    private void Watch()
    {
        using var never = new ManualResetEventSlim();
        while (true)
        {
            var clock = Stopwatch.StartNew();
            never.Wait(Beat);
            var late = (clock.Elapsed - Beat).Ticks;
            if (late > Interlocked.Read(ref _late))
                Interlocked.Exchange(ref _late, late);
        }
    }

    /// <summary>Microseconds in which some program waited for a processor, since the machine started; 0 where the kernel does not count.</summary>
    private static double Waited()
    {
        if (!File.Exists(Pressure))
            return 0;
        var some = File.ReadLines(Pressure).First(line => line.StartsWith("some ", StringComparison.Ordinal));
        return double.Parse(some[(some.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture);
    }
}
