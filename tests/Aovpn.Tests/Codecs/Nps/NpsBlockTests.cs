using System.Diagnostics;
using System.Text;
using Aovpn.Codecs.Nps;

namespace Aovpn.Tests.Codecs.Nps;

/// <summary>Lines whose separators, quotation marks and tags stand at every place of the blocks in which they are looked at, read fast and with care.</summary>
public sealed class NpsBlockTests
{
    private const string Prefix = "Nov 22 10:15:03 relay [0]: ", Head = "192.0.2.10,a,11/22/2026,10:15:00,IAS,NPS1,";

    [Theory]
    [InlineData("4130,Bo \"the bear\" Berg,4136,2,4142,0")]
    [InlineData("4130,one \" alone,4136,2,4142,0")]
    [InlineData("4130,a\"b\"\"c\",4136,2,4142,0")]
    [InlineData("4130,\"Vogt, Ida\",25,x\"y,4136,2,4142,0")]
    [InlineData("4130,\"say \"\"no\"\"\",4136,2,4142,\"0\"")]
    [InlineData("4130,a \"b,4136,2,31,\"c, d\",4142,16")]
    [InlineData("7777,not in the table,-128,nor this,4136,2,4142,16")]
    [InlineData("-90,1,-89,2,-91,3,0007,9,4136,2,4142,16")]
    [InlineData(",,,,4136,2,4142,0")]
    [InlineData("12345,five digits,4136,2,4142,0")]
    [InlineData("9999,no attribute's,04136,3,4136,2,025,c,4142,16")]
    [InlineData("41x6,2,4136,2,4142,0")]
    [InlineData("1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,1,,4136,2,4142,\"\"")]
    public void Pairs_at_every_offset(string pairs)
    {
        for (var filler = 0; filler < 130; filler++)
            Same(Head + "18," + new string('x', filler) + "," + pairs);
    }

    [Theory]
    [InlineData("\"a \"\"b\"\", c\",\"d\",\"e, f\",\"g\"")]
    [InlineData("bare \"b\" c,\"d\",,")]
    [InlineData("bare \" c,\"d, e\",\"\",\"\"")]
    [InlineData("\"a\" ,\"d\"")]
    [InlineData("\"a\"b,\"d\"")]
    [InlineData("\"a,b")]
    public void Columns_at_every_offset(string columns)
    {
        for (var filler = 0; filler < 130; filler++)
            Same("\"NPS1\",\"IAS\",11/22/2026,10:15:00,1,\"" + new string('x', filler) + "\"," + columns);
    }

    /// <summary>Longer than what is looked at in one go, with more columns than there are, with line feeds inside quotation marks.</summary>
    [Fact]
    public void Columns_of_any_length_and_number()
    {
        const string OdbcHead = "\"NPS1\",\"IAS\",11/22/2026,10:15:00,1,";
        foreach (var length in (int[])[900, 1_023, 1_024, 4_000, 8_191, 8_192, 9_000, 40_000])
        {
            Same(OdbcHead + "\"" + new string('x', length) + "\",\"y, z\",,");
            Same(OdbcHead + "\"" + new string('"', length) + "\",\"y, z\",,");
            Same(OdbcHead + new string(',', length));
            Same(OdbcHead + "\"" + new string(',', length) + "\n");
        }

        for (var columns = 0; columns < 70; columns++)
            Same(OdbcHead + string.Join(',', Enumerable.Range(6, columns).Select(column => column == 26 ? "16" : $"\"{column}\"")));
    }

    [Theory]
    [InlineData("<Packet-Type data_type=\"0\">2</Packet-Type><Reason-Code data_type=\"0\">0</Reason-Code>")]
    [InlineData("<New-Attribute data_type=\"1\">value</New-Attribute><packet-type data_type=\"0\">2</packet-type>")]
    [InlineData("<A data_type=\"1\"></A><B data_type=\"1\">1</B><C data_type=\"1\">&amp;</C><D data_type=\"1\">&lt;</D>")]
    [InlineData("<user-password data_type=\"1\">hunter2</user-password><Packet-Type data_type=\"0\">2</Packet-Type>")]
    [InlineData("<New+Attribute data_type=\"1\">value</New+Attribute>")]
    public void Elements_at_every_offset(string elements)
    {
        for (var filler = 0; filler < 130; filler++)
            Same("<Event><Reply-Message data_type=\"1\">" + new string('x', filler) + "</Reply-Message>" + elements + "</Event>");
    }

    [Fact]
    public void Pairs_in_lines_of_every_length()
    {
        // Numbers right and wrong at the end of lines that reach over many blocks, before lines that are right.
        foreach (var last in (string[])["4136,2", "4136,", "4136", "4136,\"2\"", "41 36,2", "41364136,2", ",2", "-90,2"])
        {
            for (var pairs = 0; pairs < 60; pairs++)
                Same(Head + string.Concat(Enumerable.Repeat("25,311 1 10.20.2.5,", pairs)) + last);
        }
    }

    [Fact]
    public void Attributes_that_no_table_holds_are_found_by_their_name()
    {
        var asked = new[] { "7777", "New-Attribute", "8888" }.Select(NpsAttributeKey.Of).ToList();
        var found = new List<string?>();
        NpsScan.Run(
            new MemoryStream(Encoding.UTF8.GetBytes(
                Head + "4136,2,7777,,7777,seven\r\n<Event><New-Attribute data_type=\"1\">new</New-Attribute><Packet-Type data_type=\"0\">2</Packet-Type></Event>\r\n")),
            [new Rows(row => found.AddRange(asked.Select(row.Text)))]);

        Assert.Equal(["seven", null, null, null, "new", null], found);
    }

    /// <summary>As the product is where a processor has less, or is compiled ahead of time: each switch takes a way through the code that the others do not.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Fewer_instructions_give_the_same(string switchedOff)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Aovpn.Tests.exe" : "Aovpn.Tests"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var method in (string[])[nameof(Pairs_at_every_offset), nameof(Pairs_in_lines_of_every_length), nameof(Columns_at_every_offset), nameof(Elements_at_every_offset)])
        {
            start.ArgumentList.Add("-method");
            start.ArgumentList.Add($"{typeof(NpsBlockTests).FullName}.{method}");
        }

        foreach (var method in (string[])[nameof(NpsRowTests.Lines_as_NPS_writes_them_give_what_careful_reading_gives), nameof(NpsRowTests.One_attribute_is_found_among_the_bits)])
        {
            start.ArgumentList.Add("-method");
            start.ArgumentList.Add($"{typeof(NpsRowTests).FullName}.{method}");
        }

        start.Environment[switchedOff] = "0";
        using var tests = Process.Start(start)!;
        var errors = tests.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var told = await tests.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tests.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(tests.ExitCode == 0, told + await errors);
        Assert.Contains("Total: 31,", told, StringComparison.Ordinal);
    }

    private static void Same(string line)
    {
        // Behind other lines of other lengths, and as the log's last without an end.
        var fast = Shown("\r\n" + line + "\r\n" + line + "\n" + line, 0);
        var careful = Shown("\r\n" + Prefix + line + "\r\n" + Prefix + line + "\n" + Prefix + line, Prefix.Length);
        Assert.True(careful == fast, $"{line}\nfast: {fast}\ncareful: {careful}");
    }

    private static string Shown(string log, int prefix) => string.Join('\n', NpsLog.Read(new MemoryStream(Encoding.UTF8.GetBytes(log))).Select((entry, at) => entry is NpsRecord record
        ? $"{record.Format} {record.Line} {record.Offset - at * prefix} {string.Join('|', record.Attributes)}"
        : $"{((NpsDamage)entry).Reason} {entry.Line} {((NpsDamage)entry).Format} {((NpsDamage)entry).Detail}"));

    private sealed class Rows(Action<NpsRow> look) : INpsVisitor
    {
        public void Take(NpsRow row) => look(row);

        public void Take(NpsDamage damage) => Assert.Fail($"line {damage.Line}: {damage.Reason}");
    }
}
