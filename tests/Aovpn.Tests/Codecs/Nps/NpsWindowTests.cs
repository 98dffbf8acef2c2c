using System.Text;
using Aovpn.Codecs;
using Aovpn.Codecs.Nps;
using Aovpn.Generators.Nps;

namespace Aovpn.Tests.Codecs.Nps;

/// <summary>However a log is cut and whoever reads its parts, the same comes out.</summary>
public sealed class NpsWindowTests
{
    private const string Event = "<Event>\r\n<Packet-Type data_type=\"0\">3</Packet-Type>\r\n<Reason-Code data_type=\"0\">16</Reason-Code>\r\n</Event>\r\n";

    [Fact]
    public void Formats_that_take_turns_are_read_in_order_by_any_number_of_threads()
    {
        using var all = new MemoryStream();
        foreach (var form in new[] { LogForm.Odbc, LogForm.Dts, LogForm.Ias, LogForm.Dts })
            all.Write(MadeLog.Of(form, 900_000, seed: (int)form).Log);
        var expected = NpsLog.Read(new MemoryStream(all.ToArray())).Cast<NpsRecord>().Select(record => (record.Line, record.Offset, record.Format)).ToList();

        Assert.True(expected.Zip(expected.Skip(1)).All(pair => pair.First.Offset < pair.Second.Offset && pair.First.Line < pair.Second.Line));
        for (var threads = 1; threads <= 4; threads++)
        {
            var found = NpsBatches.Read(new MemoryStream(all.ToArray()), threads, row => (row.Line, row.Offset, row.Format)).SelectMany(batch => batch.Records);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Records_over_several_lines_are_cut_nowhere()
    {
        var log = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Event, 20_000)));
        var entries = NpsLog.Read(new Trickle(log, 70_001)).Cast<NpsRecord>().ToList();

        Assert.Equal(20_000, entries.Count);
        Assert.Equal((4 * 19_999 + 1, 4 * 20_000L), (entries[^1].Line, entries[^1].LastLine));
    }

    [Fact]
    public void A_record_that_never_ends_is_given_up_and_the_next_is_read()
    {
        var endless = "<Event>\n" + string.Concat(Enumerable.Repeat("<Class data_type=\"1\">x</Class>\n", 100_000));
        var entries = NpsLog.Read(new MemoryStream(Encoding.ASCII.GetBytes(endless + Event))).ToList();

        Assert.Equal(NpsDamageReason.TooLong, Assert.IsType<NpsDamage>(entries[0]).Reason);
        Assert.Equal(100_002, Assert.IsType<NpsRecord>(entries[^1]).Line);
    }

    [Fact]
    public void NUL_bytes_at_every_place_lose_at_most_the_record_that_they_cut()
    {
        var line = Encoding.UTF8.GetString(MadeLog.Of(LogForm.Odbc, 300, seed: 8).Log).Split("\r\n")[0] + "\r\n";
        for (var at = 0; at < line.Length; at++)
        {
            var entries = NpsLog.Read(new MemoryStream(Encoding.UTF8.GetBytes(line + line.Insert(at, "\0\0") + line))).ToList();
            Assert.InRange(entries.OfType<NpsRecord>().Count(), 2, 3);
            Assert.Contains(entries, entry => entry is NpsDamage { Reason: NpsDamageReason.NulBytes, Detail: 2 });
        }
    }

    [Fact]
    public void What_was_read_before_a_failing_disk_is_handed_out()
    {
        var (log, truth) = MadeLog.Of(LogForm.Ias, 2_000_000, seed: 9);
        var truthOfHalf = truth.Records * 49 / 100;
        var read = 0L;
        Assert.Throws<IOException>(() =>
        {
            foreach (var batch in NpsBatches.Read(new Failing(log), 2, row => row.Line))
                read += batch.Records.Count;
        });
        Assert.True(read > truthOfHalf);
        Assert.Throws<IOException>(() => NpsScan.Run(new Failing(log), [new Counter(), new Counter()]));
    }

    [Fact]
    public void Every_record_reaches_one_visitor()
    {
        var (log, truth) = MadeLog.Of(LogForm.Dts, 3_000_000, seed: 10);
        Counter[] counters = [new(), new(), new()];
        NpsScan.Run(new MemoryStream(log), counters);

        Assert.Equal(truth.Records, counters.Sum(counter => counter.Records));
    }

    [Fact]
    public void Lines_that_nobody_counts_are_told_right_all_the_same()
    {
        var tooLong = new string('x', 3 * NpsLog.MaxRecord) + "\n";
        var odd = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 200).Select(number => number % 3 == 0 ? "\"cut\",\"\n" : number % 3 == 1 ? "\0\0\0\n\n" : "<Event>\n<Class>\n")));
        using var all = new MemoryStream();
        foreach (var form in new[] { LogForm.Odbc, LogForm.Dts, LogForm.Ias, LogForm.Odbc })
        {
            all.Write(MadeLog.Of(form, 900_000, seed: 20 + (int)form).Log);
            all.Write(odd);
            all.Write(Encoding.ASCII.GetBytes(tooLong));
        }

        var expected = NpsLog.Read(new MemoryStream(all.ToArray())).Select(entry => (entry.Line, entry.LastLine, entry.Offset)).Order().ToList();
        for (var threads = 1; threads <= 4; threads++)
        {
            Places[] places = [.. Enumerable.Range(0, threads).Select(_ => new Places())];
            NpsScan.Run(new MemoryStream(all.ToArray()), places);
            Assert.Equal(expected, places.SelectMany(one => one.Found).Order());
        }
    }

    private sealed class Places : INpsVisitor
    {
        public List<(long Line, long LastLine, long Offset)> Found { get; } = [];

        public void Take(NpsRow row) => Found.Add((row.Line, row.LastLine, row.Offset));

        public void Take(NpsDamage damage) => Found.Add((damage.Line, damage.LastLine, damage.Offset));
    }

    private sealed class Counter : INpsVisitor
    {
        public long Records { get; private set; }

        public void Take(NpsRow row) => Records++;

        public void Take(NpsDamage damage) => Assert.Fail($"line {damage.Line}: {damage.Reason}");
    }

    /// <summary>Hands out as much at a time as it likes.</summary>
    private sealed class Trickle(byte[] log, int most) : ForwardStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            var read = Math.Min(Math.Min(buffer.Length, most), log.Length - _at);
            log.AsSpan(_at, read).CopyTo(buffer);
            _at += read;
            return read;
        }
    }

    /// <summary>Fails in the middle.</summary>
    private sealed class Failing(byte[] log) : ForwardStream
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            var read = Math.Min(Math.Min(buffer.Length, 64 * 1024), log.Length / 2 - _at);
            if (read <= 0)
                throw new IOException("the disk fails");
            log.AsSpan(_at, read).CopyTo(buffer);
            _at += read;
            return read;
        }
    }
}
