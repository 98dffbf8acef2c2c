using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Rules;

/// <summary>A page's example as evidence that was read: with all readers, kinds recognised from content.</summary>
internal sealed class WorkedExample
{
    private static readonly DateTimeOffset RunClock = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly PageExample _example;
    private readonly ImmutableArray<Reading> _readings;

    private WorkedExample(PageExample example)
    {
        _example = example;
        _readings = [.. example.Evidence.Select((block, index) => EvidenceReading.Default.Read(ArtifactContent.Of(new(Name(index), new(block.Host)), block.Text)))];
    }

    public static WorkedExample Of(PageExample example) => new(example);

    public void AssertKindsAreRecognised()
    {
        foreach (var (block, reading) in _example.Evidence.Zip(_readings))
            Assert.Contains(block.Kind, reading.Kinds);
    }

    /// <returns>Lines as pages write them: <c>found: message</c>; <c>nothing: not this rule's business</c> when there is no verdict.</returns>
    public string[] Judge(IRule rule)
    {
        var verdicts = Engine.Run(rule, File()).Select(verdict => $"{KebabCase.Of(verdict.Kind.ToString())}: {verdict.Message}").ToArray();
        return verdicts.Length == 0 ? ["nothing: not this rule's business"] : verdicts;
    }

    /// <summary>Each line of the example that a found verdict cites, once.</summary>
    public IEnumerable<(string Artifact, int Line)> LinesCitedByFound(IRule rule) =>
        Engine.Run(rule, File()).Where(verdict => verdict.Kind is VerdictKind.Found)
            .SelectMany(verdict => verdict.Evidence)
            .SelectMany(citation => citation.Locator is Locator.Lines lines
                ? Enumerable.Range((int)lines.First, (int)(lines.Last - lines.First + 1)).Select(line => (citation.Artifact.Name, line))
                : throw new InvalidOperationException($"'{citation}' cites no line of the example"))
            .Distinct();

    public WorkedExample Without(string artifact, int line) => new(_example with
    {
        Evidence = [.. _example.Evidence.Select((block, index) => Name(index) == artifact ? block with { Text = WithoutLine(block.Text, line) } : block)],
    });

    private CaseFile File()
    {
        ImmutableArray<Observation> seen = [.. _readings.SelectMany(reading => reading.Observations)];
        return new(seen, AsOf.Of(seen, new(RunClock, _example.AsOf, Scope.Everything)));
    }

    private static string Name(int index) => $"example-{index + 1}";

    private static string WithoutLine(string text, int line)
    {
        var lines = text.Split('\n').ToList();
        lines.RemoveAt(line - 1);
        return string.Join('\n', lines);
    }
}
