using System.Collections.Immutable;
using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Generators.Nps;

namespace Aovpn.Tests.Codecs.Nps;

/// <summary>Lines read with vectors against the same lines read with care: a relay's prefix makes the reader take care.</summary>
public sealed class NpsRowTests
{
    private const string Prefix = "Nov 22 10:15:03 relay [0]: ";

    private static readonly ImmutableArray<string> Odd = ["\"", "\"\"", ",", ",,", "\t", " ", "`", ">", "&lt;", "&", "'", ";", "é", "-90,1,", "\"x\"", "0x4142", "\r", "=", "4136", "."];

    private static readonly ImmutableArray<NpsAttributeKey> EveryKey = [.. NpsAttributeTable.Columns.ToArray().Append("No-Such-Attribute").Select(NpsAttributeKey.Of)];

    public static TheoryData<LogForm> Forms => [LogForm.Odbc, LogForm.Ias, LogForm.Dts];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Lines_as_NPS_writes_them_give_what_careful_reading_gives(LogForm form)
    {
        var (log, truth) = MadeLog.Of(form, 400_000, seed: 5);
        var fast = Entries(log);
        var careful = Entries(WithPrefix(log));

        Assert.Equal(truth.Records, fast.Count);
        Assert.Equal(careful.Select(Shown), fast.Select(Shown));
    }

    [Theory]
    [InlineData(LogForm.Odbc, 11)]
    [InlineData(LogForm.Ias, 12)]
    [InlineData(LogForm.Dts, 13)]
    public void So_do_lines_that_were_tampered_with(LogForm form, int seed)
    {
        var random = new Random(seed);
        var lines = Encoding.UTF8.GetString(MadeLog.Of(form, 60_000, seed).Log).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        for (var round = 0; round < 4_000; round++)
        {
            var line = lines[random.Next(lines.Length)];
            for (var change = random.Next(3); change >= 0; change--)
                line = Tampered(line, random, form);
            var fast = Entries(Encoding.UTF8.GetBytes(line + "\r\n"));
            var careful = Entries(Encoding.UTF8.GetBytes(Prefix + line + "\r\n"));

            Assert.True(careful.Select(Shown).SequenceEqual(fast.Select(Shown)), $"{line}\nfast: {string.Join('\n', fast.Select(Shown))}\ncareful: {string.Join('\n', careful.Select(Shown))}");
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_row_answers_as_its_record(LogForm form)
    {
        string[] names = ["Packet-Type", "Reason-Code", "User-Name", "Fully-Qualified-User-Name", "Class", "NAS-IP-Address", "Record-Date", "Timestamp", "Acct-Input-Octets", "Tunnel-Type", "No-Such-Attribute"];
        var keys = names.Select(NpsAttributeKey.Of).ToList();
        var rows = new Rows(row =>
        {
            var record = row.ToRecord();
            Assert.Equal((record.Line, record.LastLine, record.Offset, record.Format), (row.Line, row.LastLine, row.Offset, row.Format));
            foreach (var key in keys)
                Assert.Equal((record[key.Name], record.Number(key.Name)), (row.Text(key), row.Number(key)));
        });
        NpsScan.Run(new MemoryStream(MadeLog.Of(form, 150_000, seed: 6).Log), [rows]);
        Assert.True(rows.Seen > 100);
    }

    /// <summary>Of a row that is asked for one or two attributes no positions are written down: each of the names is the first to be asked for, in some row.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void One_attribute_is_found_among_the_bits(LogForm form)
    {
        var found = new int[EveryKey.Length];
        Rows? rows = null;
        rows = new Rows(row =>
        {
            var (first, second) = (rows!.Seen % EveryKey.Length, rows.Seen / EveryKey.Length % EveryKey.Length);
            var (text, bytes) = (row.Text(EveryKey[first]), Encoding.UTF8.GetString(row[EveryKey[second]]));
            var number = row.Number(EveryKey[second]);
            var record = row.ToRecord();
            Assert.Equal((record[EveryKey[first].Name], record.Number(EveryKey[second].Name)), (text, number));
            Assert.Equal(bytes.Length > 0, record[EveryKey[second].Name] is not null);
            found[first] += text is null ? 0 : 1;
        });
        NpsScan.Run(new MemoryStream(MadeLog.Of(form, 1_500_000, seed: 14).Log), [rows]);

        Assert.True(rows.Seen > 500);
        Assert.True(found.Count(times => times > 0) >= 15);
    }

    /// <summary>Two records that are asked by turns, one of which was copied into memory that had held another.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void A_borrowed_record_says_what_one_that_stays_says(LogForm form)
    {
        NpsRecord? before = null;
        var log = new NpsCursor(new MemoryStream(MadeLog.Of(form, 200_000, seed: 9).Log));
        while (log.MoveNext())
        {
            var (borrowed, stays) = (log.Row.Borrow(), log.Row.ToRecord());
            foreach (var key in EveryKey)
            {
                Assert.Equal((stays[key.Name], stays.Number(key.Name)), (borrowed.Text(key), borrowed.Number(key)));
                Assert.Equal(before?[key.Name], before?.Text(key));
            }

            borrowed.Return();
            Assert.All(EveryKey, key => Assert.Null(borrowed.Text(key)));
            Assert.Empty(borrowed.Attributes);
            before = stays;
        }

        Assert.NotNull(before);
    }

    [Fact]
    public void Secrets_are_found_in_no_row()
    {
        var rows = new Rows(row =>
        {
            Assert.Empty(row[NpsAttributeKey.Of("User-Password")].ToArray());
            Assert.Equal("1", row.Text(NpsAttributeKey.Of("Packet-Type")));
            Assert.DoesNotContain(row.ToRecord().Attributes, attribute => attribute.Value.Contains("hunter", StringComparison.Ordinal));
        });
        NpsScan.Run(new MemoryStream("192.0.2.10,a,11/22/2026,10:15:00,IAS,NPS1,2,hunter2,4107,hunter2,4136,1\n"u8.ToArray()), [rows]);
        NpsScan.Run(new MemoryStream("<Event><User-Password data_type=\"1\">hunter2</User-Password><Packet-Type data_type=\"0\">1</Packet-Type></Event>\n"u8.ToArray()), [rows]);
        Assert.Equal(2, rows.Seen);
    }

    private static string Tampered(string line, Random random, LogForm form)
    {
        // Behind the head, by which a line is known and which a prefix hides from the careful reader's first look.
        var least = form is LogForm.Dts ? "<Event>".Length : 60;
        if (line.Length <= least + 1)
            return line;
        var at = random.Next(least, line.Length - (form is LogForm.Dts ? "</Event>".Length : 0));
        var odd = Odd[random.Next(Odd.Length)];
        return random.Next(3) switch
        {
            0 => line.Insert(at, odd),
            1 => line.Remove(at, Math.Min(random.Next(1, 6), line.Length - at)),
            _ => string.Concat(line.AsSpan(0, at), odd, line.AsSpan(Math.Min(line.Length, at + odd.Length))),
        };
    }

    private static byte[] WithPrefix(byte[] log) =>
        Encoding.UTF8.GetBytes(string.Concat(Encoding.UTF8.GetString(log).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => Prefix + line + "\r\n")));

    private static List<NpsLogEntry> Entries(byte[] log) => [.. NpsLog.Read(new MemoryStream(log))];

    private static string Shown(NpsLogEntry entry) => entry is NpsRecord record
        ? $"{record.Format} {record.Line} {string.Join('|', record.Attributes)}"
        : $"{((NpsDamage)entry).Reason} {((NpsDamage)entry).Format} {((NpsDamage)entry).Detail}";

    private sealed class Rows(Action<NpsRow> look) : INpsVisitor
    {
        public int Seen { get; private set; }

        public void Take(NpsRow row)
        {
            Seen++;
            look(row);
        }

        public void Take(NpsDamage damage) => Assert.Fail($"line {damage.Line}: {damage.Reason}");
    }
}
