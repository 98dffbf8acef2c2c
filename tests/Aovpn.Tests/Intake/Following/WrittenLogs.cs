using System.Globalization;
using Aovpn.Intake.Following;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Intake.Following;

/// <summary>A folder in which somebody writes, rolls and truncates logs, and the run that follows them; both step by step.</summary>
internal sealed class WrittenLogs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HandClock _clock = new();
    private FollowOutput? _output;
    private LogFollower? _follower;
    private int _next;

    /// <summary>Lines written so far.</summary>
    public List<string> Written { get; } = [];

    public string At(string name) => Path.Combine(Logs, name);

    public string Output => _folder.At("out.txt");

    private string Logs => Directory.CreateDirectory(_folder.At("logs")).FullName;

    public void Write(string log, int lines = 3)
    {
        for (; lines > 0; lines--)
            WriteText(log, Line() + "\r\n");
    }

    /// <summary>Half a line now; what is returned is the other half.</summary>
    public string Begin(string log)
    {
        var line = Line();
        WriteText(log, line[..20]);
        return line[20..] + "\r\n";
    }

    public void WriteText(string log, string text) => File.AppendAllText(At(log), text);

    public void Truncate(string log)
    {
        using var file = File.OpenWrite(At(log));
        file.SetLength(0);
    }

    /// <summary>Reads all that is new.</summary>
    public void Follow()
    {
        Start();
        foreach (var piece in _follower!.Poll())
            _output!.Append(piece.Text, _follower.Logs, _follower.Gone);
        _clock.Pass(TimeSpan.FromSeconds(3));
    }

    /// <summary>Ends the run without a word, as SIGKILL does.</summary>
    public void Kill()
    {
        _output?.Dispose();
        (_output, _follower) = (null, null);
    }

    /// <summary>The lines in the output, in their order.</summary>
    public string[] Followed()
    {
        using var reader = new StreamReader(new FileStream(Output, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose()
    {
        Kill();
        _folder.Dispose();
    }

    private void Start()
    {
        _output ??= FollowOutput.Open(Output);
        _follower ??= new([new FollowTarget(Logs, IsFolder: true, ["IN*.log", "IN*.txt"])], _output.State, fromBeginning: true, _clock);
    }

    private string Line()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"\"NPS1\",\"IAS\",11/23/2026,10:00:{_next / 10 % 60:00},1,\"user{_next++}\"");
        Written.Add(line);
        return line;
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        /// <summary>Late enough for every file to have rested.</summary>
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromHours(1);

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
