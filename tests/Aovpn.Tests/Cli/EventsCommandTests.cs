using Aovpn.Generators.Evtx;
using Aovpn.Intake.Live;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Cli;

public sealed class EventsCommandTests
{
    [Fact]
    public void Events_are_lines_of_JSON_or_XML()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("client.evtx", EvtxSamples.Client().ToArray());

        var json = Run.Aovpn("events", log, "--provider", "RasClient", "--id", "20227");
        var xml = Run.Aovpn("events", log, "--format", "xml", "--since", "2026-11-20T09:15:05");

        Assert.Equal(0, json.Status);
        Assert.StartsWith("{\"recordId\":20417,\"time\":\"2026-11-20T09:15:05.0000000Z\",\"provider\":\"RasClient\",\"eventId\":20227,", Assert.Single(Lines(json.Output)), StringComparison.Ordinal);
        Assert.StartsWith("<Event xmlns=", Assert.Single(Lines(xml.Output)), StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_said_on_standard_error()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("cut.evtx", EvtxSamples.Client().ToArray()[..60_000]);

        var run = Run.Aovpn("events", log);

        Assert.Equal(0, run.Status);
        Assert.Equal(4, Lines(run.Output).Length);
        Assert.Contains("this event log ends at byte 60000", run.Error, StringComparison.Ordinal);
        Assert.Equal("", Run.Aovpn("events", log, "--quiet").Error);
    }

    [Fact]
    public void What_is_no_event_log_is_refused_with_the_command_that_helps()
    {
        using var folder = new TemporaryFolder();
        var old = folder.Write("old.evt", [0x30, 0, 0, 0, .. "LfLe"u8, 1, 0, 0, 0]);
        var note = folder.Write("note.txt", "error 809"u8.ToArray());

        Assert.Contains("wevtutil epl old.evt new.evtx /lf:true", Refused(old), StringComparison.Ordinal);
        Assert.Contains("is no event log", Refused(note), StringComparison.Ordinal);
        Assert.Contains("does not exist", Refused(note + "x"), StringComparison.Ordinal);
        Assert.Contains("--id abc is no event id", Refused(note, "--id", "abc"), StringComparison.Ordinal);

        static string Refused(params string[] arguments)
        {
            var run = Run.Aovpn(["events", .. arguments]);
            Assert.Equal(64, run.Status);
            return run.Error;
        }
    }

    [Fact]
    public void A_file_that_stops_being_readable_gives_what_came_before()
    {
        var log = EvtxSamples.Client().ToArray();
        var run = Run.In(surroundings => surroundings with { StandardInput = () => new FailingStream(log, 65_000) }, "events", "-");

        Assert.Equal(0, run.Status);
        Assert.Equal(4, Lines(run.Output).Length);
        Assert.Contains("-: reading stopped behind byte 65000: the disk is gone", run.Error, StringComparison.Ordinal);
        Assert.Contains("cannot be read: the disk is gone", Run.In(surroundings => surroundings with { StandardInput = () => new FailingStream(log, 0) }, "events", "-").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_log_is_exported_and_read_as_any_other()
    {
        var windows = new StandIn();

        var events = Run.In(surroundings => surroundings with { LiveLogs = windows }, "events", "live:Application", "--id", "20227", "--since", "2026-11-20");
        var diagnosis = Run.In(surroundings => surroundings with { LiveLogs = windows }, "diagnose", "live:Microsoft-Windows-CAPI2/Operational", "--format", "json");

        Assert.Contains("\"eventId\":20227,", Assert.Single(Lines(events.Output)), StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"evtx\"", diagnosis.Output, StringComparison.Ordinal);
        Assert.Contains("13801", diagnosis.Output, StringComparison.Ordinal);
        Assert.Equal([("Application", new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)), ("Microsoft-Windows-CAPI2/Operational", (DateTimeOffset?)null)], windows.Asked);
        Assert.All(windows.Files, file => Assert.False(File.Exists(file)));
    }

    [Theory]
    [InlineData("events")]
    [InlineData("diagnose")]
    public void A_live_log_that_cannot_be_read_is_refused_with_the_command_that_helps(string command)
    {
        var elsewhere = Run.Aovpn(command, "live:Application");
        var forbidden = Run.In(surroundings => surroundings with { LiveLogs = new StandIn("run as administrator") }, command, "live:Security");

        Assert.Equal(64, elsewhere.Status);
        Assert.Contains("live:Application is a log of the running Windows, and this is none: run aovpn there, or copy the log with wevtutil epl \"Application\" log.evtx", elsewhere.Error, StringComparison.Ordinal);
        Assert.Equal(64, forbidden.Status);
        Assert.Contains("live:Security: run as administrator.", forbidden.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_log_is_diagnosed_with_an_excerpt_of_its_record()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("client.evtx", EvtxSamples.Client().ToArray());

        var run = Run.Aovpn("diagnose", log, "--format", "json");

        Assert.Contains("\"locator\": \"record 20417\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("2026-11-20 09:15:05Z RasClient 20227 on PC1.corp.example", run.Output, StringComparison.Ordinal);
        Assert.Contains("| AlwaysOn | 13801", run.Output, StringComparison.Ordinal);
    }

    /// <summary>In place of Windows' logs, which are on Windows alone.</summary>
    private sealed class StandIn(string? refusal = null) : ILiveEventLogs
    {
        public List<(string Channel, DateTimeOffset? Since)> Asked { get; } = [];

        public List<string> Files { get; } = [];

        public void Export(string channel, DateTimeOffset? since, string file)
        {
            if (refusal is not null)
                throw new LiveLogException(refusal);
            Asked.Add((channel, since));
            Files.Add(file);
            File.WriteAllBytes(file, EvtxSamples.Client().ToArray());
        }
    }

    private sealed class FailingStream(byte[] bytes, int until) : MemoryStream(bytes[..until])
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("the disk is gone");
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
