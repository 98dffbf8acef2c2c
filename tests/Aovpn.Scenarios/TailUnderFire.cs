using System.Diagnostics;
using System.Globalization;

namespace Aovpn.Scenarios;

/// <summary>
/// A writer that rolls and truncates its log beside <c>nps tail --output</c>, which is killed and started again meanwhile. What decides is the
/// output: each line written must be in it exactly once.
/// </summary>
/// <param name="folder">An empty one.</param>
/// <param name="program">The program and the arguments before <c>nps</c>.</param>
internal sealed class TailUnderFire(string folder, string[] program, int seed) : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(5);

    private readonly Random _random = new(seed);
    private readonly string _logs = Directory.CreateDirectory(Path.Combine(folder, "logs")).FullName;
    private readonly string _output = Path.Combine(folder, "decoded.jsonl");
    private readonly Lock _lock = new();
    private Process? _tail;
    private long _written;

    /// <summary>How often the program was killed.</summary>
    public int Kills { get; private set; }

    public int Rotations { get; private set; }

    /// <summary>Lines written.</summary>
    public long Written => _written;

    /// <summary>The output's lines by number of the line that they show.</summary>
    public IEnumerable<long> Shown() => Lines().Select(line =>
    {
        const string Before = "\"User-Name\":\"user";
        var at = line.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return long.Parse(line.AsSpan(at, line.IndexOf('"', at) - at), CultureInfo.InvariantCulture);
    });

    public void Start()
    {
        lock (_lock)
        {
            var start = new ProcessStartInfo(program[0], [.. program[1..], "nps", "tail", _logs, "-q", "--format", "json", "-o", _output]) { UseShellExecute = false };
            _tail = Process.Start(start)!;
        }
    }

    /// <summary>SIGKILL, and the next run at once.</summary>
    public void KillAndStart()
    {
        lock (_lock)
        {
            Assert.False(_tail!.HasExited, "the program ended by itself");
            _tail.Kill();
            _tail.WaitForExit();
            _tail.Dispose();
            Kills++;
            Start();
        }
    }

    /// <summary>Some lines, now and then one in two halves.</summary>
    public void WriteSome()
    {
        for (var lines = _random.Next(1, 40); lines > 0; lines--)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"\"NPS1\",\"IAS\",11/23/2026,10:00:00,{_random.Next(1, 4)},\"user{_written++}\"\r\n");
            var half = _random.Next(8) == 0 ? _random.Next(1, line.Length) : line.Length;
            File.AppendAllText(Log, line[..half]);
            File.AppendAllText(Log, line[half..]);
        }
    }

    public void Rotate()
    {
        var name = Rotations++.ToString("0000", CultureInfo.InvariantCulture);
        switch (_random.Next(4))
        {
            case 0:
                using (var log = File.OpenWrite(Log))
                    log.SetLength(0);
                break;
            case 1:
                File.Move(Log, Path.Combine(_logs, $"IN{name}.log"));
                break;
            case 2:
                File.Move(Log, Path.Combine(_logs, $"rolled.{name}"));
                break;
            default:
                File.Copy(Log, Path.Combine(_logs, $"IN{name}.txt"));
                using (var log = File.OpenWrite(Log))
                    log.SetLength(0);
                break;
        }
    }

    /// <summary>Waits until the output has as many lines as were written.</summary>
    public async Task CaughtUp(CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        while (Lines().LongCount() < _written)
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Guard, $"{Lines().LongCount()} of {_written} lines are in the output");
            await Task.Delay(50, cancel);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _tail?.Kill();
            _tail?.WaitForExit();
            _tail?.Dispose();
        }
    }

    private string Log => Path.Combine(_logs, "IN2611.log");

    /// <summary>Whole lines only.</summary>
    private IEnumerable<string> Lines()
    {
        if (!File.Exists(_output))
            return [];
        using var reader = new StreamReader(new FileStream(_output, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Split('\n')[..^1];
    }
}
