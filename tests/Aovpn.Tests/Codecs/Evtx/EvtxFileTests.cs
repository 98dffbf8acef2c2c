using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Aovpn.Codecs.Evtx;
using Aovpn.Generators.Evtx;

namespace Aovpn.Tests.Codecs.Evtx;

public sealed class EvtxFileTests
{
    private const string Head = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>";

    private static readonly byte[] Mixed = EvtxSamples.Mixed().ToArray();

    [Fact]
    public void A_classic_event_is_written_as_Windows_writes_it()
    {
        Assert.Equal(
            Head + "<System><Provider Name='RasClient'/><EventID Qualifiers='0'>20227</EventID><Version>0</Version><Level>2</Level><Task>0</Task><Opcode>0</Opcode>"
            + "<Keywords>0x80000000000000</Keywords><TimeCreated SystemTime='2026-11-20T09:15:05.0000000Z'/><EventRecordID>20417</EventRecordID><Correlation/>"
            + "<Execution ProcessID='4' ThreadID='8'/><Channel>Application</Channel><Computer>PC1.corp.example</Computer><Security/></System>"
            + "<EventData><Data>{5E6C1A2B-33D4-4E5F-8A6B-7C8D9E0F1A2B}</Data><Data>CORP\\alice</Data><Data>AlwaysOn</Data><Data>13801</Data></EventData></Event>",
            Records(Mixed)[3].ToXml());
    }

    [Fact]
    public void A_forwarded_event_has_no_template_and_no_dependency_ids()
    {
        var record = Assert.Single(Records(Mixed), record => record.RecordId == 88);

        Assert.Equal("RasClient", record.Provider);
        Assert.Equal(20227, record.EventId);
        Assert.Equal(EvtxSamples.Begin.AddSeconds(4).UtcDateTime, record.Time);
        Assert.EndsWith("<Data>AlwaysOn &amp; more</Data><Data>809</Data></EventData></Event>", record.ToXml(), StringComparison.Ordinal);
    }

    [Fact]
    public void UserData_may_be_binary_XML_inside_of_a_value()
    {
        var record = Assert.Single(Records(Mixed), record => record.EventId == 30);

        Assert.Contains(
            "</System><UserData><CertVerifyCertificateChainPolicy><Certificate fileRef='AA.cer' subjectName='vpn.example.com'/><EventAuxInfo ProcessName='svchost.exe'/>"
            + "<Result value='800B0109'>The root is not trusted.</Result></CertVerifyCertificateChainPolicy></UserData></Event>",
            record.ToXml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_every_type_have_the_form_of_Windows()
    {
        var xml = Assert.Single(Records(Mixed), record => record.EventId == 6273).ToXml();

        foreach (var expected in (ReadOnlySpan<string>)
        [
            "<Data Name='SubjectUserSid'>S-1-5-18</Data>", "<Data Name='SubjectUserName'>alice\u2401&lt;&amp;&gt;'\"</Data>", "<Data Name='ReasonCode'>16</Data>",
            "<Data Name='Hex'>0x10</Data>", "<Data Name='Yes'>true</Data>", "<Data Name='When'>2026-11-20T09:15:03.0000000Z</Data>", "<Data Name='Bytes'>DEAD</Data>",
            "<Data Name='Minus'>-2</Data>", "<Data Name='Ansi'>n\u00E9\u20AC</Data>", "<Data Name='Half'>0.5</Data>", "<Data Name='Numbers'>1</Data><Data Name='Numbers'>2</Data>",
            "<Data Name='Size'>0xff</Data>", "<Data Name='Clock'>2026-11-20T09:15:03.007Z</Data>", "<Data Name='Guid'>{5e6c1a2b-33d4-4e5f-8a6b-7c8d9e0f1a2b}</Data>",
            "<Data Name='Pair'>\U0001F511\uFFFD</Data>",
        ])
        {
            Assert.Contains(expected, xml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void JSON_has_a_line_for_each_record_and_keeps_control_characters()
    {
        var lines = Exported(Mixed, EvtxForm.JsonLines).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        Assert.Equal(8, lines.Length);
        Assert.Equal("13801", lines[3].GetProperty("values")[3].GetString());
        Assert.Equal(20417, lines[3].GetProperty("recordId").GetInt32());
        Assert.Equal("B3020000", lines[4].GetProperty("binary").GetString());
        Assert.Equal("800B0109", lines[6].GetProperty("userData").GetProperty("CertVerifyCertificateChainPolicy").GetProperty("Result").GetProperty("@value").GetString());
        Assert.Equal("alice\u0001<&>'\"", lines[7].GetProperty("data").GetProperty("SubjectUserName").GetString());
        Assert.Equal(["1", "2"], lines[7].GetProperty("data").GetProperty("Numbers").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public void The_number_of_an_event_is_its_own_and_not_that_of_the_record() =>
        Assert.Equal([20414, 20415, 20416, 20417, 7001, 88, 340, 99], Records(Mixed).Select(record => (int)record.RecordId));

    [Fact]
    public void A_filter_chooses_by_provider_id_time_and_number()
    {
        Assert.Equal([20227, 20227], Ids(new() { Provider = name => name == "RasClient", EventIds = FrozenSet.ToFrozenSet([20227]) }));
        Assert.Equal([30, 6273], Ids(new() { Since = EvtxSamples.Begin.AddSeconds(5) }));
        Assert.Equal([20221, 20222], Ids(new() { Until = EvtxSamples.Begin.AddSeconds(1) }));
        Assert.Equal([20227, 20227], Ids(new() { EventId = (provider, id) => provider == "RasClient" && id == 20227 }));
        Assert.Equal([20271], Ids(new() { RecordIds = (7000, 7100) }));

        static IEnumerable<int> Ids(EvtxFilter filter) => EvtxFile.Read(new MemoryStream(Mixed), filter).Select(record => record.EventId!.Value).ToArray();
    }

    [Fact]
    public void Elements_say_what_the_XML_says()
    {
        var xml = new StringBuilder();
        foreach (var record in Records(Mixed))
        {
            xml.Clear();
            Write(record.ToElement()!, xml);
            Assert.Equal(Assert.Single(FlatEvent.All(record.ToXml())), Assert.Single(FlatEvent.All(xml.ToString())));
        }

        static void Write(EvtxElement element, StringBuilder xml)
        {
            xml.Append('<').Append(element.Name);
            foreach (var (name, value) in element.Attributes)
                xml.Append(' ').Append(name).Append("='").Append(System.Security.SecurityElement.Escape(value)).Append('\'');
            xml.Append('>').Append(System.Security.SecurityElement.Escape(element.Text.Replace('\u0001', '\u2401').Replace("\U0001F511\uD83D", "\U0001F511\uFFFD", StringComparison.Ordinal)));
            foreach (var child in element.Children)
                Write(child, xml);
            xml.Append("</").Append(element.Name).Append('>');
        }
    }

    [Fact]
    public void A_record_is_found_again_at_its_place()
    {
        foreach (var record in Records(Mixed))
            Assert.Equal(record.ToXml(), EvtxFile.ReadAt(new MemoryStream(Mixed), record.Offset)?.ToXml());
        Assert.Null(EvtxFile.ReadAt(new MemoryStream(Mixed), 5000));
    }

    [Fact]
    public async Task Threads_change_neither_content_nor_order()
    {
        var writer = new EvtxWriter(room: 40_000);
        for (var index = 0; index < 2_000; index++)
            writer.Add(EvtxSamples.RasClient(20227, (ulong)index, index, "CORP\\alice", "AlwaysOn", $"{index}"));
        var log = writer.ToArray();
        var parallel = new MemoryStream();

        var export = new EvtxExport(EvtxFilter.All, EvtxForm.Xml);
        await export.WriteAsync(new MemoryStream(log), parallel, loss => Assert.Fail(loss.ToString()), 4, TestContext.Current.CancellationToken);

        Assert.Equal(2_000, export.Records);
        Assert.Equal(Exported(log, EvtxForm.Xml), Encoding.UTF8.GetString(parallel.ToArray()));
    }

    [Fact]
    public void Old_logs_are_told_apart()
    {
        byte[] old = [0x30, 0, 0, 0, .. "LfLe"u8, 1, 0, 0, 0];

        Assert.True(EvtxFile.IsOldFormat(old));
        Assert.False(EvtxFile.IsEvtx(old));
        Assert.True(EvtxFile.IsEvtx(Mixed));
    }

    private static EvtxRecord[] Records(byte[] log) => [.. EvtxFile.Read(new MemoryStream(log), null, loss => Assert.Fail(loss.ToString()))];

    private static string Exported(byte[] log, EvtxForm form)
    {
        var output = new MemoryStream();
        new EvtxExport(EvtxFilter.All, form).Write(new MemoryStream(log), output, loss => Assert.Fail(loss.ToString()), CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
