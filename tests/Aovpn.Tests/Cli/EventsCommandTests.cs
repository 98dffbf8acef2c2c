using Aovpn.Generators.Evtx;
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
    public void An_event_log_is_diagnosed_with_an_excerpt_of_its_record()
    {
        using var folder = new TemporaryFolder();
        var log = folder.Write("client.evtx", EvtxSamples.Client().ToArray());

        var run = Run.Aovpn("diagnose", log, "--format", "json");

        Assert.Contains("\"locator\": \"record 20417\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("2026-11-20 09:15:05Z RasClient 20227 on PC1.corp.example", run.Output, StringComparison.Ordinal);
        Assert.Contains("| AlwaysOn | 13801", run.Output, StringComparison.Ordinal);
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
