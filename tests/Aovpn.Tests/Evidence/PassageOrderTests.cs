using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Tests.Evidence;

/// <summary>However a reader finds its passages, each line is claimed once and nothing that was read is lost.</summary>
public sealed class PassageOrderTests
{
    private static readonly EvidenceText Text = EvidenceText.Of(new Artifact("evidence"), "1\n2\n3\n4\n5\n6");

    [Theory]
    [InlineData("5-6 1-2", "1-2 5-6")]
    [InlineData("1-3 3-5", "1-3 4-5")]
    [InlineData("1-6 2-3 6-6", "1-6 7-6 7-6")]
    [InlineData("2-2 2-2", "2-2 3-2")]
    [InlineData("3-2 3-4", "3-2 3-4")]
    [InlineData("", "")]
    public void Passages_come_in_order_and_never_over_each_other(string found, string read)
    {
        ImmutableArray<Passage> passages = [.. EvidenceReading.Passages(new FixedReader(found), Text)];
        Assert.Equal(read, string.Join(' ', passages.Select(passage => $"{passage.First}-{passage.Last}")));
        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, passages.Sum(passage => passage.Observations.Length));
    }

    /// <summary>Two records of NPS that share a line, which its reader finds as two passages over each other.</summary>
    [Fact]
    public void A_log_whose_records_share_a_line_is_read_whole()
    {
        const string Record = "<Event><Timestamp data_type=\"4\">11/20/2026 09:15:00.000</Timestamp><Event-Source data_type=\"1\">IAS</Event-Source><Packet-Type data_type=\"0\">3</Packet-Type>\n<Reason-Code data_type=\"0\">16</Reason-Code></Event>";
        var text = EvidenceText.Of(new Artifact("evidence"), $"a note\n{Record}{Record}\nmore");
        var reader = EvidenceReading.Default.PassageReaders.Single(one => one.Kind == "nps-xml-log");
        ImmutableArray<Passage> passages = [.. EvidenceReading.Passages(reader, text)];
        Assert.Equal(2, passages.Sum(passage => passage.Records));
        Assert.Equal(["2-3", "4-4"], passages.Select(passage => $"{passage.First}-{passage.Last}"));
    }

    private sealed class FixedReader(string found) : IPassageReader
    {
        public string Kind => "fixed";

        public int Order => 1;

        public Anchors Anchors { get; } = Anchors.Of("1");

        public IEnumerable<Passage> Find(EvidenceText text) =>
            from lines in found.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            let ends = lines.Split('-').Select(int.Parse).ToArray()
            select new Passage(ends[0], ends[1], [new Unreadable(text.Cite(1), Message.Of($"seen"))]);
    }
}
