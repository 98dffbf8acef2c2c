using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Cli;

/// <summary><c>aovpn diagnose</c>: evidence in, ranked causes out.</summary>
public static class DiagnoseCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files and folders of evidence.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("diagnose", "Reads evidence and says which causes it proves, rules out or leaves open.") { paths };
        command.SetAction(result => Run(result.GetValue(paths)!, result.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string[] paths, TextWriter output)
    {
        var observations = ImmutableArray.CreateBuilder<Observation>();
        var artifacts = ImmutableArray.CreateBuilder<ArtifactSummary>();
        foreach (var path in paths.SelectMany<string, string>(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path]))
        {
            var artifact = new Artifact(path);
            var bytes = File.ReadAllBytes(path);
            var reading = EvidenceReading.Default.Read(ArtifactContent.Of(artifact, bytes));
            observations.AddRange(reading.Observations);
            artifacts.Add(new(artifact, artifact.Host, reading.Kinds, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length, reading.Records,
                reading.Observations.OfType<Unreadable>().Sum(one => one.Count)));
        }

        var diagnosis = new Engine(RuleBook.Default).Diagnose(observations.ToImmutable(), artifacts.ToImmutable(),
            new(TimeProvider.System.GetUtcNow(), null, Scope.Everything));
        foreach (var stage in diagnosis.Stages)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage.State,-11} {stage.Stage,-21} {stage.Summary}"));
        foreach (var symptom in diagnosis.Symptoms)
            output.WriteLine($"symptom     {symptom.Key}  {string.Join("; ", symptom.Evidence)}");
        foreach (var finding in diagnosis.Findings)
            output.WriteLine($"{finding.Verdict,-11} {finding.Page.Id}  {finding.Page.Title}: {finding.Message}  {string.Join("; ", finding.Evidence)}");
        foreach (var next in diagnosis.Next)
            output.WriteLine($"next        {next.Need} from {next.From}: {next.Why}  {next.Command}");
        foreach (var artifact in diagnosis.Artifacts)
            output.WriteLine($"artifact    {artifact.Artifact.Name}  {artifact.Kind}  {artifact.Host}  {artifact.Records} records, {artifact.Unreadable} unreadable");

        if (diagnosis.Findings.Any(finding => finding.Verdict is VerdictKind.Found))
            return ExitStatus.Found;
        return diagnosis.Unexplained.Any() ? ExitStatus.Unexplained : ExitStatus.NothingFound;
    }
}
