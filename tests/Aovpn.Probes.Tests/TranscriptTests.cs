using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Transcripts;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Probes.Tests;

public sealed class TranscriptTests
{
    [Fact]
    public void An_entry_comes_back_from_its_line()
    {
        var transcript = new Transcript(TimeProvider.System);
        transcript.Add(transcript.NewSession("radius"), "radius.silence", "192.0.2.7:1812", ("question", "status"), ("absent", null));

        var entry = transcript.Entries[0];
        var read = TranscriptFormat.Parse(TranscriptFormat.Line(entry));

        Assert.NotNull(read);
        Assert.Equal((entry.At, "radius/1", "radius.silence", "192.0.2.7:1812"), (read.At, read.Session, read.Event, read.Endpoint));
        Assert.Equal(entry.Data, read.Data);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("{\"at\":\"yesterday\",\"session\":\"a\",\"event\":\"b\"}")]
    [InlineData("{\"at\":\"2026-11-22T20:00:00Z\",\"session\":null,\"event\":\"b\"}")]
    public void What_is_no_entry_is_none(string line) => Assert.Null(TranscriptFormat.Parse(line));

    [Fact]
    public void A_damaged_line_is_cited_and_the_rest_is_read()
    {
        var text = TranscriptFormat.Header + "\n" + "{\"at\":\"2026-11-22T20:00:00Z\",\"session\":\"x/1\",\"event\":\"x.y\"}\n{oops\n";

        var reading = EvidenceReading.Default.Read(ArtifactContent.Of(new Artifact("probe.jsonl"), text));

        Assert.Equal(["transcript"], reading.Kinds);
        Assert.Equal(1, reading.Records);
        Assert.Equal(new Locator.Lines(3), Assert.IsType<Unreadable>(Assert.Single(reading.Observations)).Source.Locator);
    }
}
