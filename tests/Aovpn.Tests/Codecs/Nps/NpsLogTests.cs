using System.Text;
using Aovpn.Codecs.Nps;

namespace Aovpn.Tests.Codecs.Nps;

public sealed class NpsLogTests
{
    private const string Class = "311 1 192.0.2.53 11/01/2026 22:11:09 17";

    private const string Request =
        "\"NPS1\",\"IAS\",11/22/2026,10:15:00,1,\"CORP\\alice\",,\"203.0.113.10\",\"198.51.100.7\",,,\"VPN1\",\"192.0.2.10\",12,311,\"192.0.2.10\",\"VPN1\",,,5";

    private const string Reject =
        "\"NPS1\",\"IAS\",11/22/2026,10:15:01,3,,\"CORP\\alice\",,,,,,,,311,\"192.0.2.10\",\"VPN1\",,,,,,,5,\"Users, VPN \"\"new\"\"\",65,\"" + Class + "\"";

    private const string Event =
        "<Event><Timestamp data_type=\"4\">11/22/2026 10:15:01.250</Timestamp><Computer-Name data_type=\"1\">NPS1</Computer-Name>"
        + "<Fully-Qualifed-User-Name data_type=\"1\">CORP\\alice</Fully-Qualifed-User-Name><NP-Policy-Name data_type='1'>R&amp;D &lt;VPN&#x3E;</NP-Policy-Name>"
        + "<Vendor-Specific data_type=\"2\">00000137AA</Vendor-Specific><Vendor-Specific data_type=\"2\">00000137BB</Vendor-Specific>"
        + "<Packet-Type data_type=\"0\">3</Packet-Type><Reason-Code data_type=\"0\">16</Reason-Code></Event>";

    [Fact]
    public void Columns_that_are_absent_at_the_end_of_a_line_are_no_damage()
    {
        var record = One(Request);
        Assert.Equal(NpsLogFormat.Odbc, record.Format);
        Assert.Equal(("CORP\\alice", "198.51.100.7", 5), (record["User-Name"], record["Calling-Station-Id"], record.Number("NAS-Port-Type")));
        Assert.Null(record["Reason-Code"]);
    }

    [Fact]
    public void Quoted_commas_and_doubled_quotation_marks_belong_to_the_value() =>
        Assert.Equal("Users, VPN \"new\"", One(Reject)["NP-Policy-Name"]);

    [Theory]
    [InlineData(60)]
    [InlineData(66)]
    public void Lines_of_60_and_of_66_columns_are_read(int columns)
    {
        var fields = new string[columns];
        Array.Fill(fields, "");
        (fields[0], fields[1], fields[2], fields[3], fields[4]) = ("\"RRAS1\"", "\"RAS\"", "11/22/2026", "10:15:00", "3");
        fields[56] = "\"0x00453D36393120523D3020563D33\"";
        if (columns == 66)
            fields[60] = "\"VPN requests\"";
        var record = One(string.Join(',', fields));
        Assert.Equal("0x00453D36393120523D3020563D33", record["MS-CHAP-Error"]);
        Assert.Equal(columns == 66 ? "VPN requests" : null, record["Proxy-Policy-Name"]);
    }

    [Fact]
    public void The_row_of_column_names_is_no_record() =>
        Assert.Single(Entries("ComputerName,ServiceName,Record-Date,Record-Time,Packet-Type,User-Name\r\n" + Request + "\r\n"));

    [Fact]
    public void An_attribute_of_the_IAS_format_keeps_all_its_values()
    {
        var record = One("192.0.2.10,CORP\\alice,11/22/2026,10:15:00,NPS,NPS1,4136,1,79,AB,79,CD,4149,Always On / VPN users,4142,0,26000,x y");
        Assert.Equal(NpsLogFormat.Ias, record.Format);
        Assert.Equal(["AB", "CD"], record.All("EAP-Message"));
        Assert.Equal(("Always On / VPN users", "x y", "NPS1"), (record["NP-Policy-Name"], record["26000"], record["Computer-Name"]));
    }

    [Fact]
    public void A_relay_s_prefix_is_no_part_of_an_IAS_record() =>
        Assert.Equal("192.0.2.11", One("Nov 22 10:15:03 relay.corp.example [0]:192.0.2.11,CORP/alice,11/22/2026,10:15:00,IAS,NPS1,4136,3,4142,16")["NAS-IP-Address"]);

    [Fact]
    public void Text_that_holds_the_delimiter_is_hexadecimal_in_the_IAS_format() =>
        Assert.Equal("corp.example/Users/Doe, Ann", One("192.0.2.10,a,11/22/2026,10:15:00,IAS,NPS1,4130,0x636F72702E6578616D706C652F55736572732F446F652C20416E6E,4136,1")["Fully-Qualified-User-Name"]);

    [Fact]
    public void A_comma_that_was_not_escaped_stays_in_its_value()
    {
        var record = One("192.0.2.10,a,11/22/2026,10:15:00,IAS,NPS1,4130,corp.example/Users/Doe, Ann,4136,3,4142,16");
        Assert.Equal(("corp.example/Users/Doe, Ann", 16), (record["Fully-Qualified-User-Name"], record.Number("Reason-Code")));
    }

    [Fact]
    public void An_XML_record_decodes_entities_and_repeats_and_NPS_misspelling()
    {
        var record = One(Event);
        Assert.Equal(("CORP\\alice", "R&D <VPN>", 16), (record["Fully-Qualified-User-Name"], record["NP-Policy-Name"], record.Number("Reason-Code")));
        Assert.Equal(["00000137AA", "00000137BB"], record.All("Vendor-Specific"));
    }

    [Fact]
    public void XML_spread_over_lines_is_one_record_and_each_attribute_knows_its_line()
    {
        var text = "<?xml version=\"1.0\"?>\r\n<Events>\r\n" + Event.Replace("><", ">\r\n  <", StringComparison.Ordinal) + "\r\n</Events>\r\n";
        var record = One(text);
        Assert.Equal((3, 12), (record.Line, record.LastLine));
        Assert.Equal(11, record.LineOf("Reason-Code"));
    }

    [Fact]
    public void XML_without_line_ends_is_cut_into_records()
    {
        var entries = Entries(string.Concat(Enumerable.Repeat(Event, 2000)));
        Assert.Equal(2000, entries.OfType<NpsRecord>().Count());
        Assert.Equal(2000, entries.Count);
        Assert.Equal(Event.Length * 1999, entries[^1].Offset);
    }

    [Fact]
    public void An_event_that_does_not_end_does_not_swallow_the_next()
    {
        var entries = Entries(Event[..200] + "\n" + Event + "\n" + Request + "\n" + Event[..100]);
        Assert.Equal([NpsDamageReason.EventNotClosed, NpsDamageReason.EventNotClosed], entries.OfType<NpsDamage>().Select(damage => damage.Reason));
        Assert.Equal([2, 3], entries.OfType<NpsRecord>().Select(record => record.Line));
    }

    [Fact]
    public void The_three_formats_may_follow_each_other_in_one_file() =>
        Assert.Equal(
            [NpsLogFormat.Odbc, NpsLogFormat.Ias, NpsLogFormat.Dts, NpsLogFormat.Odbc],
            Entries(Request + "\r\n192.0.2.10,a,11/22/2026,10:15:00,IAS,NPS1,4136,1\r\n" + Event + "\r\n" + Reject).Cast<NpsRecord>().Select(record => record.Format));

    [Theory]
    [InlineData("\"NPS1\",\"IAS\",11/22/2026,10:15:00,1,\"ali", NpsDamageReason.QuoteNotClosed, 6)]
    [InlineData("\"NPS1\",\"IAS\",11/22/2026,10:15:00,1,\"ali\"ce,", NpsDamageReason.TextAfterQuote, 6)]
    [InlineData("\"NPS1\",\"IAS\",11/22/2026,10:15:00,one", NpsDamageReason.WrongColumn, 5)]
    [InlineData("\"NPS1\",\"IAS\",11/22/2026,10:15:00", NpsDamageReason.WrongColumn, 5)]
    [InlineData("192.0.2.10,a,11/22/2026,10:15:00,IAS,NPS1,4136,1,4142", NpsDamageReason.AttributeWithoutValue, 4142)]
    [InlineData("<Event><Packet-Type data_type=\"0\">3</Packet-Typo></Event>", NpsDamageReason.NotWellFormed, 7)]
    [InlineData("the user rang again", NpsDamageReason.NotARecord, 0)]
    public void A_damaged_line_is_told_with_its_place_and_reason_and_reading_goes_on(string line, NpsDamageReason reason, long detail)
    {
        var entries = Entries(Request + "\r\n" + line + "\r\n" + Reject + "\r\n");
        Assert.Equal(3, entries.Count);
        var damage = Assert.IsType<NpsDamage>(entries[1]);
        Assert.Equal((reason, detail, 2, Request.Length + 2), (damage.Reason, damage.Detail, damage.Line, damage.Offset));
    }

    [Fact]
    public void Too_many_columns_are_told()
    {
        var entries = Entries(Request + new string(',', 80) + "1");
        Assert.Equal(NpsDamageReason.TooManyColumns, Assert.IsType<NpsDamage>(Assert.Single(entries)).Reason);
    }

    [Fact]
    public void NUL_bytes_are_counted_and_the_record_behind_them_is_read()
    {
        var entries = Entries(Request + "\n" + new string('\0', 3_000_000) + Reject + "\n" + Request[..40] + "\0\0\0");
        Assert.Equal([3_000_000, 0, 3], entries.OfType<NpsDamage>().Select(damage => damage.Detail));
        Assert.All(entries.OfType<NpsDamage>(), damage => Assert.Equal(NpsDamageReason.NulBytes, damage.Reason));
        Assert.Equal([1, 2], entries.OfType<NpsRecord>().Select(record => record.Line));
    }

    [Fact]
    public void A_line_of_any_length_is_skipped_in_fixed_memory()
    {
        using var log = new EndlessLine(400L * 1024 * 1024, "\n" + Request + "\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var entries = NpsLog.Read(log).ToList();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 * 1024 * 1024);
        Assert.Equal((NpsDamageReason.TooLong, 400L * 1024 * 1024), (((NpsDamage)entries[0]).Reason, ((NpsDamage)entries[0]).Detail));
        Assert.Equal(2, Assert.IsType<NpsRecord>(entries[1]).Line);
    }

    [Fact]
    public void Bytes_of_another_code_page_do_not_break_the_structure()
    {
        var line = Encoding.Latin1.GetBytes(Reject.Replace("VPN1", "\u00CE\u00E1\u00F9\u00E8\u00E9", StringComparison.Ordinal));
        var cyrillic = Assert.IsType<NpsRecord>(Assert.Single(NpsLog.Read(new MemoryStream(line))));
        Assert.Equal(("Общий", 65), (cyrillic["Client-Friendly-Name"], cyrillic.Number("Reason-Code")));

        var western = Encoding.Latin1.GetBytes(Reject.Replace("VPN1", "Zürich", StringComparison.Ordinal));
        Assert.Equal("Zürich", Assert.IsType<NpsRecord>(Assert.Single(NpsLog.Read(new MemoryStream(western))))["Client-Friendly-Name"]);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_record() => Assert.Equal("NPS1", One("\uFEFF" + Request)["Computer-Name"]);

    [Fact]
    public void A_Windows_event_is_no_record_of_the_XML_log() =>
        Assert.DoesNotContain(Entries("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><EventID>6273</EventID></System></Event>"), entry => entry is NpsRecord);

    [Fact]
    public void Secrets_are_not_kept() =>
        Assert.DoesNotContain(One("192.0.2.10,a,11/22/2026,10:15:00,IAS,NPS1,4107,hunter2,2,hunter2,4136,1").Attributes, attribute => attribute.Value.Contains("hunter", StringComparison.Ordinal));

    private static List<NpsLogEntry> Entries(string log) => [.. NpsLog.Read(new MemoryStream(Encoding.UTF8.GetBytes(log)))];

    private static NpsRecord One(string log) => Assert.IsType<NpsRecord>(Assert.Single(Entries(log)));

    /// <summary>As many letters as asked for, made as they are read, and an end.</summary>
    private sealed class EndlessLine(long letters, string end) : Stream
    {
        private readonly byte[] _end = Encoding.ASCII.GetBytes(end);
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => letters + _end.Length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _at < letters ? letters - _at : Length - _at);
            if (_at < letters)
                buffer.AsSpan(offset, read).Fill((byte)'x');
            else
                _end.AsSpan((int)(_at - letters), read).CopyTo(buffer.AsSpan(offset));
            _at += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
