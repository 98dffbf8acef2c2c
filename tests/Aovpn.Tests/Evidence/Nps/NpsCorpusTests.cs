using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Nps;

/// <summary>Logs that others published, against what other programs read in them. They are not part of the repository.</summary>
public sealed partial class NpsCorpusTests
{
    [Theory]
    [InlineData("csv_odbc_2018_reject16.log", "golden/csv_odbc_2018_reject16.line1.json")]
    [InlineData("ias_legacy_1999.log", "golden/ias_legacy_1999.json")]
    public void The_first_record_has_what_another_parser_found(string file, string golden)
    {
        var folder = SharedFiles.Require("corpus/nps");
        using var log = File.OpenRead(Path.Combine(folder, file));
        var record = Assert.IsType<NpsRecord>(NpsLog.Read(log).First());
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, golden)));

        Assert.Equal(expected.RootElement.EnumerateObject().Count(), record.Attributes.Length);
        foreach (var attribute in expected.RootElement.EnumerateObject())
        {
            var value = attribute.Value.ValueKind is JsonValueKind.Array ? attribute.Value[0] : attribute.Value;
            Assert.Equal(value.GetString(), record[NpsAttributeTable.OfSpelling(attribute.Name)]);
        }
    }

    [Fact]
    public void Every_record_of_every_log_is_read_and_its_packet_type_and_reason_are_right()
    {
        foreach (var file in Directory.GetFiles(SharedFiles.Require("corpus/nps")).Where(file => !file.EndsWith(".tsv", StringComparison.Ordinal)))
        {
            var text = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            var expected = Counted(text).ToList();
            using var log = File.OpenRead(file);
            var entries = NpsLog.Read(log).ToList();
            Assert.Equal(expected, entries.Select(entry => (((NpsRecord)entry).Number("Packet-Type"), ((NpsRecord)entry).Number("Reason-Code"))));

            var decisions = Read.Bytes(File.ReadAllBytes(file)).Observations.Cast<RadiusDecision>().ToList();
            Assert.Equal(expected.Count, decisions.Count);
            Assert.All(decisions, decision => Assert.NotNull(decision.User));
        }
    }

    [Fact]
    public void Letters_of_a_Russian_server_are_readable_in_UTF_8_and_in_its_code_page()
    {
        foreach (var file in new[] { "dts_cyrillic_pretty_reject16.xml", "dts_cyrillic_singleline_cp1251.log" })
        {
            var decisions = Read.Bytes(File.ReadAllBytes(SharedFiles.Require("corpus/nps/" + file))).Observations.OfType<RadiusDecision>();
            Assert.All(decisions, decision => Assert.Equal("Общий", decision.Client.Name));
        }
    }

    /// <summary>Packet-Type and Reason-Code of each record by other means than the reader's.</summary>
    private static IEnumerable<(long?, long?)> Counted(string text)
    {
        if (text.StartsWith('<'))
        {
            foreach (var record in text.Split("</Event>")[..^1])
                yield return (long.Parse(PacketType().Match(record).Groups["number"].Value), long.Parse(ReasonCode().Match(record).Groups["number"].Value));
            yield break;
        }

        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Trim().Split(',');
            if (line.StartsWith('"'))
                yield return (long.Parse(fields[4]), long.Parse(fields[25]));
            else
                yield return (long.Parse(fields[Array.IndexOf(fields, "4136") + 1]), long.Parse(fields[Array.IndexOf(fields, "4142") + 1]));
        }
    }

    [GeneratedRegex(@"<Packet-Type[^>]*>(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PacketType();

    [GeneratedRegex(@"<Reason-Code[^>]*>(?<number>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReasonCode();
}
