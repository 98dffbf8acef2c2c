using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Fuzz.Readers;

/// <summary>
/// A reader of passages, over the evidence of all pages that is of its kind and the samples in which it finds something. Its contract is
/// checked: passages in order, none over another, all inside of the text, citing lines that are there, none without one of the reader's anchors.
/// </summary>
internal sealed class PassageReaderTarget(IPassageReader reader) : IFuzzTarget
{
    private const int MostSeeds = 60;
    private const int LongestSeed = 7000;

    private static readonly Lazy<ImmutableArray<string>> Texts = new(() =>
    [
        .. RuleBook.Default.Pages.Where(page => page.ManualBecause is null).SelectMany(page => page.Examples).SelectMany(example => example.Evidence).Select(block => block.Text),
        .. SampleTexts(),
    ]);

    private byte[]? _shortest;

    public string Name => "reader-" + KebabCase.Of(reader.GetType().Name);

    public int MaxLength => 8 * 1024;

    public IReadOnlyList<byte[]> Words { get; } =
    [
        .. new[]
        {
            "\r\n", "\n", "\n\n", " : ", ": ", " ", "    ", "\t", "----", "-------- ----", "====", "{", "}", "[", "]", "=", "\"", "<", ">", "</", "/>", "<![CDATA[", "&lt;", "&#x41;", "0x80092013", "809", "4294967295",
            "-2147483648", "99999999999999999999", "PS C:\\> ", "C:\\>", "11/22/2026 9:58:00 AM", "2026-11-22T09:58:00.000Z", "31.12.9999", "\u00A0", "\u200B", "\uFEFF", "\uFFFD", "\u0130", "10.10.8.0/24", "::", "ERROR:",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>Each of the product's readers of passages.</summary>
    public static IEnumerable<IFuzzTarget> All => EvidenceReading.Default.PassageReaders.Select(reader => new PassageReaderTarget(reader));

    public IEnumerable<byte[]> Seeds() => Texts.Value.Select(Shortened).Where(text => reader.Find(Lines(text)).Any())
        .Distinct(StringComparer.Ordinal).Take(MostSeeds).Select(Encoding.UTF8.GetBytes);

    /// <summary>What is changed beyond recognition gets a whole passage behind it: readers must not stumble over what stands before.</summary>
    public byte[] Repair(byte[] input, Random random)
    {
        if (reader.Find(Lines(Encoding.UTF8.GetString(input))).Any())
            return input;
        _shortest ??= Seeds().MinBy(seed => seed.Length) ?? [];
        return input.Length + _shortest.Length + 2 > MaxLength ? input : [.. input, (byte)'\n', (byte)'\n', .. _shortest];
    }

    public bool Run(byte[] input)
    {
        var text = Lines(Encoding.UTF8.GetString(input));
        var (free, any) = (1, false);
        foreach (var passage in EvidenceReading.Passages(reader, text))
        {
            any = true;
            if (passage.First < free || passage.Last < passage.First - 1 || passage.Last > text.Lines.Length || passage.Records < 0)
                throw new WrongAnswerException($"lines {passage.First} to {passage.Last} of {text.Lines.Length}, {passage.Records} records; line {free} is the first free one");
            if (passage.Observations.FirstOrDefault(seen => seen.Source.Locator is Locator.Lines lines && !IsIn(text, lines)) is { } seen)
                throw new WrongAnswerException($"{seen.GetType().Name} cites {seen.Source.Locator} of {text.Lines.Length}");
            if (passage.Observations.SelectMany(seen => seen.Fields.Values).OfType<Locator.Lines>().FirstOrDefault(lines => !IsIn(text, lines)) is { } place)
                throw new WrongAnswerException($"a field is said to be on {place} of {text.Lines.Length}");
            free = passage.Last + 1;
        }

        if (any && reader.Anchors.Beginning == 0 && !reader.Anchors.Literals.Any(literal => text.Lines.Any(line => line.Contains(literal, StringComparison.OrdinalIgnoreCase))))
            throw new WrongAnswerException("a passage without any of the reader's anchors, which no user would see");
        return any;
    }

    /// <summary>To the end of a line.</summary>
    private static string Shortened(string text) => text.Length <= LongestSeed ? text : text[..(text.LastIndexOf('\n', LongestSeed) + 1)];

    private static bool IsIn(EvidenceText text, Locator.Lines lines) => lines.First >= 1 && lines.Last >= lines.First && lines.Last <= text.Lines.Length;

    private static EvidenceText Lines(string text) => EvidenceText.Of(new Artifact("input"), text);

    private static IEnumerable<string> SampleTexts() =>
        from topic in new[] { "listings", "certutil", "events", "profile", "nps" }
        let folder = FuzzTargets.Samples(topic)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        where !file.EndsWith(".md", StringComparison.Ordinal)
        select Text(file);

    private static string Text(string file)
    {
        using var text = ArtifactContent.Of(new Artifact("input"), File.ReadAllBytes(file)) is { Encoding: not null } content ? content.OpenText() : TextReader.Null;
        return text.ReadToEnd();
    }
}
