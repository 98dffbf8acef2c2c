using System.Buffers.Binary;
using System.Diagnostics;
using Aovpn.Codecs.Evtx;
using Aovpn.Generators.Evtx;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Codecs.Evtx;

public sealed class EvtxDamageTests
{
    private const int FirstChunk = 4096;

    private static readonly byte[] Log = Many(chunks: 4);
    private static readonly int Whole = Read(Log).Records;

    [Fact]
    public void Chunks_count_and_not_what_the_header_says_of_them()
    {
        var writer = new EvtxWriter(room: 60_000) { Unannounced = 3, IsDirty = true };
        for (var index = 0; index < 100; index++)
            writer.Add(EvtxSamples.RasClient(20227, (ulong)index, index, "809"));

        Assert.Equal((100, 0), Counts(Read(writer.ToArray())));
    }

    [Fact]
    public void Zeroed_chunks_before_live_ones_are_one_loss()
    {
        var log = Log.ToArray();
        log.AsSpan(FirstChunk, 2 * EvtxChunkWriter.Size).Clear();

        var (records, losses) = Read(log);

        Assert.Equal(new EvtxLoss(EvtxLossReason.ChunkMissing, FirstChunk, 2 * EvtxChunkWriter.Size), Assert.Single(losses));
        Assert.InRange(records, Whole / 2 - 30, Whole / 2 + 30);
    }

    [Fact]
    public void Zeros_at_the_end_are_room_and_no_loss() => Assert.Equal((Whole, 0), Counts(Read([.. Log, .. new byte[2 * EvtxChunkWriter.Size]])));

    [Fact]
    public void Records_are_found_without_the_chunks_header()
    {
        var log = Log.ToArray();
        log.AsSpan(FirstChunk, 8).Clear();

        var (records, losses) = Read(log);

        Assert.Equal(Whole, records);
        Assert.Equal(EvtxLossReason.ChunkHeaderDamaged, Assert.Single(losses).Reason);
    }

    [Fact]
    public void Chunks_are_found_without_the_files_header_and_off_their_places()
    {
        var log = Log.ToArray();
        log.AsSpan(0, FirstChunk).Clear();
        Assert.Equal(Whole, Read(log).Records);
        Assert.Equal(Whole, Read(Log[FirstChunk..]).Records);

        byte[] shifted = [.. Log[..(FirstChunk + EvtxChunkWriter.Size)], .. new byte[512], .. Log[(FirstChunk + EvtxChunkWriter.Size)..]];
        Assert.Equal(Whole, Read(shifted).Records);
    }

    [Fact]
    public void A_cut_file_gives_what_is_before_the_cut()
    {
        var (records, losses) = Read(Log[..(FirstChunk + EvtxChunkWriter.Size + 30_000)]);

        Assert.InRange(records, Whole / 4, Whole / 2);
        Assert.Contains(losses, loss => loss.Reason == EvtxLossReason.Truncated);
    }

    [Fact]
    public void A_header_that_lags_behind_does_not_hide_records()
    {
        var log = Log.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(log.AsSpan(FirstChunk + 48), 600);

        Assert.Equal(Whole, Read(log).Records);
    }

    [Fact]
    public void A_wrong_checksum_is_said_and_costs_nothing()
    {
        var log = Log.ToArray();
        log[FirstChunk + 52] ^= 1;

        var (records, losses) = Read(log);

        Assert.Equal(Whole, records);
        Assert.Equal(EvtxLossReason.ChunkChecksum, Assert.Single(losses).Reason);
    }

    [Fact]
    public void A_damaged_signature_or_size_costs_nothing_more_than_its_record()
    {
        var second = FirstChunk + 512 + (int)BinaryPrimitives.ReadUInt32LittleEndian(Log.AsSpan(FirstChunk + 516));
        foreach (var (at, mask) in (ReadOnlySpan<(int, byte)>)[(second, 0x80), (second + 4, 0x01), (second + 5, 0x40), (second + 7, 0x80)])
        {
            var log = Log.ToArray();
            log[at] ^= mask;
            Assert.InRange(Read(EvtxWriter.Repaired(log)).Records, Whole - 1, Whole);
        }
    }

    [Fact]
    public void Damaged_copies_end_in_good_time_and_without_exception()
    {
        var log = EvtxSamples.Mixed().ToArray();
        var used = log.Length - EvtxChunkWriter.Size + 512 + 16_000;
        foreach (var copy in Damaged.Copies(log[..Math.Min(used, log.Length)], copies: 150))
        {
            foreach (var damaged in (ReadOnlySpan<byte[]>)[copy, EvtxWriter.Repaired(copy)])
            {
                foreach (var form in (ReadOnlySpan<EvtxForm>)[EvtxForm.Xml, EvtxForm.JsonLines])
                    new EvtxExport(EvtxFilter.All, form).Write(new MemoryStream(damaged), new MemoryStream(), _ => { }, CancellationToken.None);
            }
        }
    }

    [Fact]
    public void What_comes_out_of_damaged_copies_is_well_formed()
    {
        var log = EvtxSamples.Mixed().ToArray();
        foreach (var copy in Damaged.Copies(log[..(FirstChunk + 8_000)], copies: 100))
        {
            foreach (var record in EvtxFile.Read(new MemoryStream(EvtxWriter.Repaired(copy))))
                _ = FlatEvent.All(record.ToXml()).ToArray();
        }
    }

    [Fact]
    public void Templates_that_nest_without_end_do_not_hang()
    {
        // A value that uses the same template with the same kind of value, forty deep, each level used sixteen times.
        var template = new XmlNode("Event", [new XmlNode("System", new XmlNode("EventID", "1")), .. Enumerable.Repeat<object>(new Slot(0, 0x21), 16)]);
        var writer = new EvtxWriter(room: 60_000);
        for (var index = 0; index < 20; index++)
            writer.Add(EvtxSamples.Begin, chunk => Nest(chunk, 40));
        var clock = Stopwatch.StartNew();

        var (records, losses) = Read(writer.ToArray());

        Assert.Equal(0, records);
        Assert.Equal(20, losses.Count(loss => loss.Reason == EvtxLossReason.TooMuchWork));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));

        void Nest(EvtxChunkWriter chunk, int depth) =>
            chunk.Instance(template, depth == 0 ? WrittenValue.Null : WrittenValue.Xml(inner => Nest(inner, depth - 1)));
    }

    [Fact]
    public void A_template_that_contains_itself_is_a_loss_and_no_hang()
    {
        // Five characters of text are as long as a template instance without values: the definition's own place is put into sixteen of them.
        const int Definition = 550;
        var text = new XmlNode("X", "AAAAA");
        var template = new XmlNode("Event", [new XmlNode("System", new XmlNode("EventID", "1")), .. Enumerable.Repeat<object>(text, 16)]);
        var log = new EvtxWriter().Add(EvtxSamples.Begin, chunk => chunk.Instance(template)).Add(EvtxSamples.RasClient(20227, 7, 1, "CORP\\alice", "AlwaysOn", "809")).ToArray();
        byte[] letters = [0x05, 0x01, 5, 0, .. "A\0A\0A\0A\0A\0"u8], itself = [0x0C, 0x01, 1, 0, 0, 0, .. BitConverter.GetBytes(Definition), 0, 0, 0, 0];
        for (int at; (at = log.AsSpan().IndexOf(letters)) >= 0;)
            itself.CopyTo(log, at);
        var clock = Stopwatch.StartNew();

        var (records, losses) = Read(EvtxWriter.Repaired(log));

        Assert.Equal(1, records);
        Assert.Equal(EvtxLossReason.TooMuchWork, Assert.Single(losses).Reason);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData(4, 0xFFFFFFFF)]
    [InlineData(4, 0x7FFFFFFF)]
    [InlineData(28, 0xFFFFFFFF)]
    [InlineData(34, 0xFFFFFFFF)]
    [InlineData(38, 0xFFFFFFF0)]
    [InlineData(58, 0xFFFFFFFF)]
    [InlineData(62, 0x00FFFFFF)]
    public void A_size_or_place_that_lies_costs_its_record_at_most(int place, uint lie)
    {
        var log = Log.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(log.AsSpan(FirstChunk + 512 + place), lie);

        var (records, losses) = Read(EvtxWriter.Repaired(log));

        // The first record holds its chunk's templates; those that use them are lost with them, and said to be.
        Assert.True(records + losses.Count(loss => loss.Reason is EvtxLossReason.RecordContent or EvtxLossReason.RecordFrame) >= Whole - 1, $"{records} records, {losses.Count} losses of {Whole}");
        Assert.True(records >= Whole / 4 * 3 - 30);
    }

    private static (int Records, List<EvtxLoss> Losses) Read(byte[] log)
    {
        var losses = new List<EvtxLoss>();
        var export = new EvtxExport(EvtxFilter.All, EvtxForm.Xml);
        export.Write(new MemoryStream(log), Stream.Null, losses.Add, CancellationToken.None);
        return ((int)export.Records, losses);
    }

    private static (int Records, int Losses) Counts((int Records, List<EvtxLoss> Losses) read) => (read.Records, read.Losses.Count);

    private static byte[] Many(int chunks)
    {
        var writer = new EvtxWriter(room: 4_000);
        for (var index = 0; index < 1_000; index++)
            writer.Add(EvtxSamples.RasClient(20227, (ulong)index, index, "CORP\\alice", "AlwaysOn", "809"));
        return writer.ToArray()[..(FirstChunk + (chunks * EvtxChunkWriter.Size))];
    }
}
