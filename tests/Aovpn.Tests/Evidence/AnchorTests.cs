using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Evidence;

/// <summary>Readers see texts in which their anchors stand, wherever that is, and no others.</summary>
public sealed class AnchorTests
{
    private static readonly string[] Literals = ["FWPM_NET_EVENT_TYPE_", " :", "\t:", "Überwachung", "サーバー:", "\"", "ab", "abc", "abcd", .. Enumerable.Range(0, 200).Select(number => $"word{number:000}x")];

    [Fact]
    public void A_reader_without_anchors_is_not_possible()
    {
        Assert.Throws<ArgumentException>(() => Anchors.Of());
        Assert.Throws<ArgumentException>(() => Anchors.Of(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => Anchors.OfBeginning(0));
        Assert.All(EvidenceReading.Default.PassageReaders, reader => Assert.True(reader.Anchors.Beginning > 0 != reader.Anchors.Literals.Length > 0));
    }

    /// <summary>At the beginning, at the end, across every border of what is read at once, in other case, behind a thousand of another one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_526)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(131_060)]
    [InlineData(200_000)]
    public void An_anchor_wakes_its_reader_wherever_it_stands(int place)
    {
        foreach (var (index, literal) in Literals.Take(12).Index())
        {
            ImmutableArray<Probe> readers = [.. Literals.Select(one => new Probe(one))];
            var text = new StringBuilder().Insert(0, "-+*/\n", (place + 4) / 5);
            text.Length = place;
            text.Append(index % 2 == 0 ? literal : literal.ToUpperInvariant()).Append("\n....");
            Read(text.ToString(), readers);
            Assert.Equal(Literals.Where(one => literal.Contains(one, StringComparison.Ordinal)), readers.Where(reader => reader.WasAsked).Select(reader => reader.Literal));
        }
    }

    [Fact]
    public void An_anchor_that_is_everywhere_hides_no_other()
    {
        ImmutableArray<Probe> readers = [.. Literals.Select(one => new Probe(one))];
        Read($"{string.Concat(Enumerable.Repeat("word007x word008x ", 20_000))}word150x", readers);
        Assert.Equal(["word007x", "word008x", "word150x"], readers.Where(reader => reader.WasAsked).Select(reader => reader.Literal));
    }

    /// <summary>All samples: what is found by all readers is found by those that are awake.</summary>
    [Fact]
    public void No_sample_loses_a_passage()
    {
        foreach (var file in Directory.EnumerateFiles(Samples(), "*", SearchOption.AllDirectories))
        {
            var content = ArtifactContent.Of(new Artifact("sample"), File.ReadAllBytes(file));
            if (content.Encoding is null)
                continue;
            using var reader = content.OpenText();
            var text = EvidenceText.Of(content.Artifact, reader.ReadToEnd());
            foreach (var one in EvidenceReading.Default.PassageReaders.Where(one => one.Anchors.Beginning == 0))
            {
                if (one.Find(text).Any())
                    Assert.True(one.Anchors.Literals.Any(literal => text.Lines.Any(line => line.Contains(literal, StringComparison.OrdinalIgnoreCase))), $"{file}: {one.GetType().Name}");
            }
        }
    }

    private static string Samples([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "samples"));

    private static void Read(string text, ImmutableArray<Probe> readers) =>
        new EvidenceReading([], () => readers).Read(ArtifactContent.Of(new Artifact("text"), text));

    private sealed class Probe(string literal) : IPassageReader
    {
        public string Literal => literal;

        public bool WasAsked { get; private set; }

        public string Kind => literal;

        public int Order => 1;

        public Anchors Anchors { get; } = Anchors.Of(literal);

        public IEnumerable<Passage> Find(EvidenceText text)
        {
            WasAsked = true;
            return [];
        }
    }
}
