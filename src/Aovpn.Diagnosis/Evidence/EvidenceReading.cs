using System.Collections.Immutable;
using Aovpn.Codecs.Ike.Keys;
using Aovpn.Diagnosis.Evidence.Captures;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>
/// Turns one artifact into observations: a whole-artifact reader where one recognises it, else every passage reader over its
/// text and the note reader over what is left. Readers are a set: nobody keeps a list.
/// </summary>
public sealed class EvidenceReading
{
    private static readonly Lazy<EvidenceReading> Ours = new(() => new([.. Discovered.ArtifactReaders], () => Discovered.PassageReaders));

    /// <summary>Readers of text, and what wakes them, are made when a text is read first: logs and transcripts need none.</summary>
    private readonly Lazy<ImmutableArray<IPassageReader>> _passageReaders;
    private readonly Lazy<AnchorSearch> _anchors;

    public EvidenceReading(ImmutableArray<IArtifactReader> artifactReaders, Func<IEnumerable<IPassageReader>> passageReaders)
    {
        ArtifactReaders = [.. artifactReaders.OrderBy(reader => reader.Kind, StringComparer.Ordinal)];
        _passageReaders = new(() => [.. passageReaders().OrderBy(reader => reader.Order).ThenBy(reader => reader.Kind, StringComparer.Ordinal)]);
        _anchors = new(() => new(PassageReaders.Select(reader => reader.Anchors)));
    }

    public static EvidenceReading Default => Ours.Value;

    /// <summary>The same, which looks into what captures hold encrypted as far as these keys go.</summary>
    public EvidenceReading With(IkeKeyFile keys) => new([.. ArtifactReaders.Where(reader => reader is not CaptureReader), new CaptureReader(keys)], () => PassageReaders);

    public ImmutableArray<IArtifactReader> ArtifactReaders { get; }

    public ImmutableArray<IPassageReader> PassageReaders => _passageReaders.Value;

    /// <param name="provenance">Reported for <c>--symptom</c>: nothing in it was written by a machine.</param>
    /// <returns>Observations, the kinds recognised, and how many records were read.</returns>
    public Reading Read(ArtifactContent content, Provenance provenance = Provenance.Recorded)
    {
        var tally = new RecordTally();
        if (ArtifactReaders.FirstOrDefault(reader => reader.Recognizes(content)) is { } whole)
        {
            ImmutableArray<Observation> seen = [.. whole.Read(content, tally)];
            return new(seen, [whole.Kind], tally.Records);
        }

        if (content.Encoding is null)
            return new([], [], 0);

        var (sight, cut) = BoundedText.Survey(content, _anchors.Value);
        ImmutableArray<IPassageReader> awake = [.. PassageReaders.Where(reader => reader.Anchors.Beginning > 0 || sight.Wakes(reader.Anchors))];
        var needed = awake.Any(reader => reader.Anchors.Beginning == 0) ? long.MaxValue : awake.Select(reader => reader.Anchors.Beginning).DefaultIfEmpty().Max();
        var reading = ReadPassages(BoundedText.Load(content, provenance, needed), awake);
        return cut is null ? reading : reading with { Observations = reading.Observations.Add(cut) };
    }

    /// <summary>What a reader finds in a text: passages in order, none over another.</summary>
    public static IEnumerable<Passage> Passages(IPassageReader reader, EvidenceText text) => reader.Find(text).InOrder();

    private static Reading ReadPassages(EvidenceText text, ImmutableArray<IPassageReader> readers)
    {
        var kinds = ImmutableArray.CreateBuilder<string>();
        var observations = ImmutableArray.CreateBuilder<Observation>();
        long records = 0;

        foreach (var reader in readers)
        {
            ImmutableArray<string>.Builder? claimed = null;
            foreach (var passage in Passages(reader, text))
            {
                claimed ??= text.Lines.ToBuilder();
                records += passage.Records;
                observations.AddRange(passage.Observations);
                for (var line = passage.First; line <= passage.Last; line++)
                    claimed[line - 1] = "";
            }

            if (claimed is null)
                continue;
            kinds.Add(reader.Kind);
            text = text.With(claimed.DrainToImmutable());
        }

        return new(observations.ToImmutable(), kinds.ToImmutable(), records);
    }
}
