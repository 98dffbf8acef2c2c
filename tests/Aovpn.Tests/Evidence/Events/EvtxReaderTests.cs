using System.Buffers.Binary;
using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Generators.Evtx;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Events;

public sealed class EvtxReaderTests
{
    private static readonly byte[] Mixed = EvtxSamples.Mixed().ToArray();

    [Fact]
    public void A_failed_connection_is_read_with_its_record()
    {
        var reading = Read.Bytes(EvtxSamples.Client().ToArray(), HostRole.Client);

        Assert.Equal(["evtx"], reading.Kinds);
        Assert.Equal(4, reading.Records);
        Assert.Empty(reading.Observations.OfType<Unreadable>());
        var failed = Assert.Single(reading.Observations.OfType<ConnectionFailed>());
        Assert.Equal(13801u, failed.Code.Value);
        Assert.Equal("record 20417", failed.Source.Locator.ToString());
        Assert.Equal(EvtxSamples.Begin.AddSeconds(2), failed.At?.Instant);
    }

    [Fact]
    public void The_gateways_code_is_in_the_binary_data()
    {
        var refused = Assert.Single(Read.Bytes(Mixed).Observations.OfType<GatewayEvent>());

        Assert.Equal(691u, refused.Code?.Value);
        Assert.Equal(16u, refused.NpsReason?.Value);
    }

    [Fact]
    public void Forwarded_and_nested_events_give_what_others_give()
    {
        var seen = Read.Bytes(Mixed).Observations;

        Assert.Contains(seen.OfType<ConnectionFailed>(), failed => failed.Code.Value == 809);
        Assert.Equal(0x800B0109u, Assert.Single(seen.OfType<ChainBuilt>()).Result.Value);
    }

    [Fact]
    public void The_same_events_as_XML_say_the_same()
    {
        var xml = new MemoryStream();
        new EvtxExport(EvtxFilter.All, EvtxForm.Xml).Write(new MemoryStream(Mixed), xml, _ => { }, TestContext.Current.CancellationToken);

        var expected = Read.Bytes(Mixed).Observations;
        var seen = Read.Bytes(xml.ToArray()).Observations;

        Assert.Equal(expected.Select(one => (one.GetType(), one.At, one.About.Role)), seen.Select(one => (one.GetType(), one.At, one.About.Role)));
        Assert.Equal(expected.OfType<ConnectionFailed>().Select(Said), seen.OfType<ConnectionFailed>().Select(Said));
        Assert.Equal(expected.OfType<GatewayEvent>().Select(one => (one.User, one.Code, one.NpsReason)), seen.OfType<GatewayEvent>().Select(one => (one.User, one.Code, one.NpsReason)));
        Assert.Equal(expected.OfType<ChainBuilt>().Select(one => (one.Subject, one.Result, one.Process)), seen.OfType<ChainBuilt>().Select(one => (one.Subject, one.Result, one.Process)));

        static (string?, string?, string?, Code) Said(ConnectionFailed failed) => (failed.User, failed.Connection, failed.CoId, failed.Code);
    }

    [Fact]
    public void Damaged_copies_give_only_sentences()
    {
        foreach (var copy in Damaged.Copies(Mixed))
        {
            _ = Read.Bytes(copy);
            _ = Read.Bytes(EvtxWriter.Repaired(copy));
        }
    }

    [Fact]
    public void An_overwritten_chunk_is_one_loss_with_its_place()
    {
        var log = TwoChunks();
        log.AsSpan(4096, EvtxChunkWriter.Size).Fill(0x55);

        var reading = Read.Bytes(log);

        var lost = Assert.Single(reading.Observations.OfType<Unreadable>());
        Assert.Equal(new Locator.Bytes(4096, EvtxChunkWriter.Size), lost.Source.Locator);
        Assert.NotEmpty(reading.Observations.OfType<ConnectionFailed>());
    }

    [Fact]
    public void A_destroyed_record_costs_itself_alone()
    {
        var log = TwoChunks();
        var whole = Read.Bytes(log);
        BinaryPrimitives.WriteUInt32LittleEndian(log.AsSpan(4096 + EvtxChunkWriter.Size + 512 + 4), 0x7FFFFFFF);

        var reading = Read.Bytes(EvtxWriter.Repaired(log));

        Assert.InRange(whole.Records - reading.Records, 0, 1);
        Assert.Equal(whole.Records - reading.Records, reading.Observations.OfType<Unreadable>().Count());
    }

    private static byte[] TwoChunks()
    {
        var writer = new EvtxWriter(room: 50_000);
        for (var index = 0; index < 100; index++)
            writer.Add(EvtxSamples.RasClient(20227, (ulong)index, index, "CORP\\alice", "AlwaysOn", "809"));
        return writer.ToArray();
    }
}
