using Aovpn.Cli.EventLogs;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Rules;
using Aovpn.Intake;
using Aovpn.Reports;
using Aovpn.Reports.Bundles;

namespace Aovpn.Cli.Diagnosing;

/// <summary>One run of <c>aovpn diagnose</c>: intake, readers, engine, report, in this order.</summary>
internal sealed class DiagnoseRun(Surroundings surroundings, TextWriter output, TextWriter error)
{
    public async Task<int> RunAsync(DiagnoseArguments arguments, CancellationToken cancel)
    {
        var request = new DiagnosisRequest(
            surroundings.Clock.GetUtcNow(), TimeArgument.Of("--as-of", arguments.AsOf),
            new(arguments.User, TimeArgument.Of("--since", arguments.Since), arguments.Attempt));
        var hosts = arguments.Hosts.Select(HostArgument.Of).ToArray();
        using var live = new LiveLogs(surroundings.LiveLogs);
        var paths = NamedPaths.Of(arguments with { Paths = live.Exported(arguments.Paths, TimeArgument.Of("--since", arguments.Since)) }, hosts);
        KeepEvidence(arguments, paths.Concat(arguments.Keys));

        var (named, beside) = (KeyFiles.Of(arguments.Keys, error), KeysBeside.Of(paths));
        if (!beside.Sas.IsEmpty && !arguments.IsQuiet)
            error.WriteLine($"aovpn: the evidence holds keys of {beside.Sas.Length} IKE SA{(beside.Sas.Length == 1 ? "" : "s")}: captures are opened with them, no report shows them.");
        var keys = named.Sas.AddRange(beside.Sas);
        var reading = keys.IsEmpty ? EvidenceReading.Default : EvidenceReading.Default.With(new(keys, []));
        var progress = new IntakeProgress();
        using var intake = new EvidenceIntake(IntakeLimits.Default, hosts, progress);
        var deliveries = arguments.Symptoms.Select(EvidenceIntake.Said).Concat(intake.Deliver(paths, surroundings.StandardInput));
        var gathering = Task.Run(() => new EvidenceGathering(reading).Gather(deliveries, cancel), cancel);
        if (surroundings.ProgressIsSeen && !arguments.IsQuiet)
            await ProgressBar.ShowAsync(gathering, progress, cancel);
        var evidence = await gathering.WaitAsync(cancel);

        var diagnosis = Person(arguments) is { } person
            ? Interviewed(person)
            : new Engine(RuleBook.Default).Diagnose(evidence.Observations, evidence.Artifacts, request);
        var excerpts = ExcerptCutter.Cut(evidence, ReportCitations.Of(diagnosis));
        var copies = evidence.Artifacts.Select(artifact => new EvidenceCopy(artifact, evidence.Opener(artifact.Artifact))).ToArray();
        var redactor = arguments.Hidden is { } hidden ? MetNames.Of(new(evidence.Observations, hidden), excerpts, copies, isWhole: arguments.Bundle is not null) : null;
        var written = new DiagnosisOutput(surroundings, output, error) { Messages = redactor?.Messages ?? MessageText.AsWritten };
        var status = written.Write(diagnosis, excerpts, arguments.Format, arguments.Output, arguments.IsQuiet, arguments.All);
        if (arguments.Bundle is { } bundle)
            written.WriteFile(bundle, "the bundle", arguments.IsQuiet, file => new Bundle(diagnosis, excerpts, written.Messages, redactor is null ? null : redactor.Line)
                .Write(file, copies));
        return status;

        Diagnosis.Model.Diagnosis Interviewed(IAnswers person)
        {
            (evidence, var answered) = new Interview(person, request).Ask(evidence, cancel);
            return answered;
        }
    }

    /// <summary>Who is asked, if anybody: never a pipe.</summary>
    private IAnswers? Person(DiagnoseArguments arguments)
    {
        if (arguments.Asks && surroundings.Answers is null)
            error.WriteLine("aovpn: --ask: standard input is no terminal, so nothing is asked. The report names what to collect next.");
        return arguments.Asks ? surroundings.Answers : null;
    }

    /// <summary>Evidence is never written over, whatever was typed.</summary>
    /// <exception cref="UsageException">What is to be written is what is to be read.</exception>
    private static void KeepEvidence(DiagnoseArguments arguments, IEnumerable<string> paths)
    {
        var read = paths.Where(path => path != EvidenceIntake.StandardInput).Select(Path.GetFullPath).ToHashSet(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var (option, path) in new[] { ("--output", arguments.Output), ("--bundle", arguments.Bundle) })
        {
            if (path is not null && read.Contains(Path.GetFullPath(path)))
                throw new UsageException($"{option} {path} is evidence to be read: name another file.");
        }

        if (arguments.Output is { } one && arguments.Bundle is { } other && Path.GetFullPath(one) == Path.GetFullPath(other))
            throw new UsageException($"--output and --bundle both name {one}: name two files.");
    }
}
