using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Aovpn.Codecs;

namespace Aovpn.Fuzz;

/// <summary>Fuzzes one target in this process, whose product assemblies are instrumented.</summary>
/// <param name="folder">Where crashing, hanging and slow inputs are written.</param>
internal sealed class FuzzLoop(IFuzzTarget target, FuzzOptions options, string folder)
{
    public const int HangStatus = 3;

    /// <summary>Of the names of files with inputs that took long.</summary>
    public const string SlowPrefix = "slow-";

    /// <summary>In seconds.</summary>
    public const double SlowPerMegabyte = 1;

    private const int TimedAgain = 3;

    /// <summary>Inputs of less than this are judged as if they had it: what a run costs at least is not the input's fault.</summary>
    private const int LeastForTime = 64 * 1024;

    private const int LongestMessage = 300, SampledEvery = 1000, ToldEvery = 250_000;

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    private readonly CoverageMap _map = new();
    private readonly Random _random = new(options.Seed);
    private readonly List<byte[]> _inputs = [];
    private readonly HashSet<string> _crashes = [];
    private readonly CurrentInput _current = new(folder, target.MaxLength * 2);
    private long _executions, _past, _began, _mostAllocated;
    private int _slow;
    private double _slowest;

    public FuzzReport Run()
    {
        using var watchdog = new Timer(_ => EndIfHanging(), state: null, Hang, TimeSpan.FromSeconds(1));
        var began = Stopwatch.GetTimestamp();
        byte[][] seeds = [.. target.Seeds(), .. FuzzTargets.Regressions(target).Select(File.ReadAllBytes)];

        // Twice: what happens once only, as the filling of tables, is not what the second seed does.
        foreach (var seed in seeds.Concat(seeds))
            Execute(seed);
        if (_inputs.Count == 0)
            throw new InvalidOperationException("no edge was counted: the assemblies are not instrumented");
        _past = _executions = 0;

        var mutator = new Mutator(target, _random);
        var growth = new CoverageGrowth();
        while (!IsDone(growth))
        {
            Execute(mutator.Change(Choose(), Choose()));
            if (_executions % SampledEvery == 0)
                growth.Add(_executions, _map.Edges);
            if (_executions % ToldEvery == 0)
                Tell();
        }

        growth.Add(_executions, _map.Edges);
        Tell();
        _current.Dispose();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return new(target.Name, _executions, _past, growth.Quarters, _inputs.Count, _crashes.Count, Hangs: 0, _slow, _slowest, _mostAllocated, seconds);
    }

    /// <summary>
    /// Enough were read behind the header, and the last quarter of all found nothing more. It goes on up to eight times as long for that; a
    /// target whose mutations seldom get past the header ends nevertheless.
    /// </summary>
    private bool IsDone(CoverageGrowth growth) =>
        (_past >= options.Executions && (options.IsQuick || growth.IsFlat(_executions, _map.Edges))) || _past >= options.Executions * 8 || _executions >= options.Executions * 20;

    private void Tell() => Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{target.Name}: {_executions:N0} executions, {_past:N0} past the header, {_map.Edges} edges, {_inputs.Count} inputs, {_crashes.Count} crashes"));

    /// <summary>Half of the time one of the newest: it did what was not done before.</summary>
    private byte[] Choose()
    {
        var newest = Math.Max(1, _inputs.Count / 8);
        return _random.Next(2) == 0 ? _inputs[^(1 + _random.Next(newest))] : _inputs[_random.Next(_inputs.Count)];
    }

    private void Execute(byte[] input)
    {
        _executions++;
        _current.Set(input);
        _map.Clear();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = Stopwatch.GetTimestamp();
        Volatile.Write(ref _began, began);
        var isPast = true;
        try
        {
            isPast = target.Run(input);
        }
        catch (MalformedException malformed)
        {
            isPast = malformed.Offset >= target.HeaderLength;
        }
        catch (Exception error)
        {
            Crash(input, error);
        }

        var elapsed = Stopwatch.GetElapsedTime(began);
        Volatile.Write(ref _began, 0);
        _mostAllocated = Math.Max(_mostAllocated, GC.GetAllocatedBytesForCurrentThread() - allocated);
        if (isPast)
            _past++;
        if (_map.Merge())
            _inputs.Add(input);
        var perMegabyte = PerMegabyte(elapsed, input);
        if (perMegabyte > _slowest)
            Judge(input, perMegabyte);
    }

    private static double PerMegabyte(TimeSpan elapsed, byte[] input) => elapsed.TotalSeconds * (1 << 20) / Math.Max(input.Length, LeastForTime);

    /// <summary>The best of several runs counts: the machine has other work.</summary>
    /// <returns>Seconds.</returns>
    public static double BestPerMegabyte(IFuzzTarget target, byte[] input, Action<long>? began = null)
    {
        var best = double.MaxValue;
        for (var again = 0; again < TimedAgain; again++)
        {
            var start = Stopwatch.GetTimestamp();
            began?.Invoke(start);
            try
            {
                target.Run(input);
            }
            catch (Exception)
            {
                // Was seen before.
            }

            best = Math.Min(best, PerMegabyte(Stopwatch.GetElapsedTime(start), input));
        }

        return best;
    }

    private void Judge(byte[] input, double first)
    {
        var best = Math.Min(first, BestPerMegabyte(target, input, start => Volatile.Write(ref _began, start)));
        Volatile.Write(ref _began, 0);
        if (best <= _slowest)
            return;
        _slowest = best;
        if (best <= SlowPerMegabyte)
            return;
        _slow++;
        File.WriteAllBytes(Path.Combine(folder, SlowPrefix + Name(input)), input);
    }

    private void Crash(byte[] input, Exception error)
    {
        var ours = new StackTrace(error).GetFrames().Select(frame => frame.GetMethod()).Where(method => method?.DeclaringType?.FullName?.StartsWith("Aovpn.", StringComparison.Ordinal) == true);
        var place = string.Join(" < ", ours.Take(3).Select(method => $"{method!.DeclaringType!.Name}.{method.Name}"));
        if (!_crashes.Add($"{error.GetType().Name} {place} {Kind(error.Message)}"))
            return;
        var file = Path.Combine(folder, $"crash-{Name(input)}");
        File.WriteAllBytes(file, input);
        File.WriteAllText(file + ".txt", error.ToString());
        var message = error.Message.Length > LongestMessage ? error.Message[..LongestMessage] + " ..." : error.Message;
        Console.Error.WriteLine($"{target.Name}: {error.GetType().Name}: {message}\n  {place}\n  {file}");
    }

    /// <summary>A message without what differs from input to input: the first letters behind anything quoted.</summary>
    private static string Kind(string message) => new([.. message[(message.LastIndexOf('\'') + 1)..].Where(char.IsAsciiLetter).Take(30)]);

    private void EndIfHanging()
    {
        var began = Volatile.Read(ref _began);
        if (began == 0 || Stopwatch.GetElapsedTime(began) < Hang)
            return;
        Environment.Exit(HangStatus);
    }

    private static string Name(byte[] input) => Convert.ToHexStringLower(SHA256.HashData(input))[..16];
}
