using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Evidence;

/// <summary>Repetitions that would make a careless search slow: each reader is asked once, and sees each line a bounded number of times. Counted, not timed.</summary>
public sealed class AnchorGrowthTests
{
    private const int Many = 100_000;

    [Fact]
    public void A_hundred_thousand_anchors_ask_a_reader_once()
    {
        var reader = new Counting("word150x");
        new EvidenceReading([], () => [reader]).Read(ArtifactContent.Of(new Artifact("text"), string.Concat(Enumerable.Repeat("word150x\n", Many))));
        Assert.Equal((1, Many), (reader.Asked, reader.Lines));
    }

    [Fact]
    public void A_line_of_fifty_megabytes_ends_where_texts_are_cut()
    {
        var reader = new Counting("word150x");
        var reading = new EvidenceReading([], () => [reader]).Read(ArtifactContent.Of(new Artifact("text"), string.Concat(Enumerable.Repeat("word150x..", 5_000_000))));
        Assert.Equal((1, 1), (reader.Asked, reader.Lines));
        Assert.NotEmpty(reading.Observations);
    }

    /// <summary>Twice the anchors of all readers, in the lines that begin their passages: memory used, which quadratic readers make without end, is twice as much.</summary>
    [Fact]
    public void Twice_the_anchors_take_twice_the_memory()
    {
        foreach (var reader in EvidenceReading.Default.PassageReaders.Where(reader => reader.Anchors.Beginning == 0))
        {
            var literal = reader.Anchors.Literals[0];
            Find(reader, literal, 200);
            var (small, large) = (Find(reader, literal, 2_000), Find(reader, literal, 4_000));
            Assert.True(large < (3.2 * small) + 1_000_000, $"{reader.Kind}: {small} bytes for 2000 anchors, {large} for 4000");
        }
    }

    private static long Find(IPassageReader reader, string literal, int count)
    {
        var text = EvidenceText.Of(new Artifact("text"), string.Concat(Enumerable.Repeat(literal + "\n", count)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = reader.Find(text).Count();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Counting(string literal) : IPassageReader
    {
        public int Asked { get; private set; }

        public int Lines { get; private set; }

        public string Kind => literal;

        public int Order => 1;

        public Anchors Anchors { get; } = Anchors.Of(literal);

        public IEnumerable<Passage> Find(EvidenceText text)
        {
            Asked++;
            Lines += text.Lines.Length;
            return [];
        }
    }
}
