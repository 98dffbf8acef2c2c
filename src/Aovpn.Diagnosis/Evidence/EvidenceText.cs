using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>A text artifact as lines. Lines are counted from 1, as an editor counts them.</summary>
/// <param name="lines">Without line ends.</param>
/// <param name="provenance">Reported for notes and <c>--symptom</c>, where no machine wrote the words.</param>
public sealed class EvidenceText(Artifact artifact, ImmutableArray<string> lines, Provenance provenance = Provenance.Recorded)
{
    public Artifact Artifact => artifact;

    public ImmutableArray<string> Lines => lines;

    /// <summary>One line, by its number from 1.</summary>
    public string this[int number] => lines[number - 1];

    public Citation Cite(int first, int last) => new(artifact, new Locator.Lines(first, last), provenance);

    public Citation Cite(int line) => Cite(line, line);

    /// <summary>The same text with other lines: claimed ones are blank, numbers stay.</summary>
    public EvidenceText With(ImmutableArray<string> other) => new(artifact, other, provenance);

    public static EvidenceText Of(Artifact artifact, string text) => new(artifact, [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')]);
}
