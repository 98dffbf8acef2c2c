using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence;

/// <summary>Whatever the kind: damaged copies of every page's evidence are read without an exception, and no passage lies.</summary>
public sealed class ReaderDamageTests
{
    private const int CopiesOfEach = 6;

    /// <summary>One block of each kind and page: the shortest texts that a kind has.</summary>
    public static TheoryData<string> Kinds => [.. Blocks().Select(block => block.Kind).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Damaged_copies_of_a_kind_never_throw(string kind)
    {
        foreach (var (_, text) in Blocks().Where(block => block.Kind == kind).Take(12))
        {
            foreach (var damaged in Damaged.Copies(Encoding.UTF8.GetBytes(text), CopiesOfEach))
                AssertPassages(Encoding.UTF8.GetString(damaged));
        }
    }

    /// <summary>What <see cref="EvidenceReading.Passages"/> promises of every reader: in order, not overlapping, inside of the text, citing lines that are there; and none without its anchors.</summary>
    private static void AssertPassages(string damaged)
    {
        var text = EvidenceText.Of(new Artifact("evidence"), damaged);
        foreach (var reader in EvidenceReading.Default.PassageReaders)
        {
            var free = 1;
            foreach (var passage in EvidenceReading.Passages(reader, text))
            {
                Assert.True(passage.First >= free && passage.Last >= passage.First - 1 && passage.Last <= text.Lines.Length && passage.Records >= 0, $"{reader.Kind}: lines {passage.First} to {passage.Last} of {text.Lines.Length}, {free} is free");
                foreach (var observation in passage.Observations)
                {
                    if (observation.Source.Locator is Locator.Lines lines)
                        Assert.True(lines.First >= 1 && lines.Last >= lines.First && lines.Last <= text.Lines.Length, $"{reader.Kind}: {observation.Source}");
                }

                free = passage.Last + 1;
            }

            var isAnchored = reader.Anchors.Beginning > 0 || reader.Anchors.Literals.Any(literal => text.Lines.Any(line => line.Contains(literal, StringComparison.OrdinalIgnoreCase)));
            Assert.True(free == 1 || isAnchored, $"{reader.Kind} finds a passage in a text without its anchors");
        }
    }

    private static IEnumerable<(string Kind, string Text)> Blocks() =>
        RuleBook.Default.Pages.Where(page => page.ManualBecause is null).SelectMany(page => page.Examples).SelectMany(example => example.Evidence).Select(block => (block.Kind, block.Text));
}
