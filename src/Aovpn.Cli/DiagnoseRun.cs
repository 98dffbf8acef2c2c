using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Rules;
using Aovpn.Intake;
using Aovpn.Reports;

namespace Aovpn.Cli;

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

        var progress = new IntakeProgress();
        using var intake = new EvidenceIntake(IntakeLimits.Default, hosts, progress);
        var deliveries = arguments.Symptoms.Select(EvidenceIntake.Said).Concat(intake.Deliver(paths, surroundings.StandardInput));
        var gathering = Task.Run(() => new EvidenceGathering(EvidenceReading.Default).Gather(deliveries, cancel), cancel);
        if (surroundings.ProgressIsSeen && !arguments.IsQuiet)
            await ProgressBar.ShowAsync(gathering, progress, cancel);
        var evidence = await gathering.WaitAsync(cancel);

        var diagnosis = Person(arguments) is { } person
            ? Interviewed(person)
            : new Engine(RuleBook.Default).Diagnose(evidence.Observations, evidence.Artifacts, request);
        return new DiagnosisOutput(surroundings, output, error).Write(
            diagnosis, ExcerptCutter.Cut(evidence, ReportCitations.Of(diagnosis)), arguments.Format, arguments.Output, arguments.IsQuiet, arguments.All);

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
}
