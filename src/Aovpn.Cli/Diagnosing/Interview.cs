using System.Globalization;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Judgement;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules;
using Aovpn.Intake;

namespace Aovpn.Cli.Diagnosing;

/// <summary>
/// <c>--ask</c>: asks for the one thing that separates what is left, takes the answer as evidence, judges anew, until a cause is proved or
/// nothing separates. Each thing is asked once.
/// </summary>
internal sealed class Interview(IAnswers person, DiagnosisRequest request)
{
    private const int MostQuestions = 12;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Engine _engine = new(RuleBook.Default);

    /// <returns>The evidence with the answers, and the diagnosis of it.</returns>
    public (GatheredEvidence Evidence, Diagnosis.Model.Diagnosis Diagnosis) Ask(GatheredEvidence evidence, CancellationToken cancel)
    {
        var diagnosis = Diagnose(evidence);
        while (_asked.Count < MostQuestions && Next(diagnosis) is { } next)
        {
            cancel.ThrowIfCancellationRequested();
            _asked.Add(next.Need);
            Tell(diagnosis, next);
            if (next.Question is not null)
            {
                if (!TryAnswer(out var answer))
                    break;
                if (answer is { } isYes)
                    evidence = evidence.And(Compared(next, isYes));
            }
            else
            {
                if (!TryPaste(out var pasted))
                    break;
                if (pasted.Length > 0)
                    evidence = evidence.And(Pasted(next, pasted));
            }

            diagnosis = Diagnose(evidence);
        }

        person.Say(diagnosis.Findings.FirstOrDefault() is { Verdict: VerdictKind.Found } found
            ? $"Proved: {found.Page.Id} {found.Page.Title}."
            : "Nothing more that could be asked separates what is left.");
        person.Say("");
        return (evidence, diagnosis);
    }

    private Diagnosis.Model.Diagnosis Diagnose(GatheredEvidence evidence) => _engine.Diagnose(evidence.Observations, evidence.Artifacts, request);

    /// <summary>Questions first: they cost a person less than a command does.</summary>
    private NextEvidence? Next(Diagnosis.Model.Diagnosis diagnosis)
    {
        if (!diagnosis.Unexplained.Any() && diagnosis.Findings.Any(finding => finding.Verdict is VerdictKind.Found))
            return null;
        return diagnosis.Next.Where(next => !_asked.Contains(next.Need)).OrderBy(next => next.Question is null).FirstOrDefault();
    }

    private void Tell(Diagnosis.Model.Diagnosis diagnosis, NextEvidence next)
    {
        person.Say("");
        foreach (var finding in diagnosis.Findings.Where(finding => next.Decides.Contains(finding.Page.Id)).Take(3))
            person.Say($"  {finding.Page.Id}  {finding.Page.Title}");
        if (next.Question is { } question)
        {
            person.Say($"{question} (y)es, (n)o, (d)on't know, (q)uit");
            return;
        }

        person.Say($"Wanted: {next.Need}, {Where(next.From)}.");
        if (next.Command is { } command)
            person.Say($"  {command}");
        person.Say("Paste the output and end it with a line that is only a dot. An empty line skips it, q ends.");
    }

    /// <returns>False when the person ends it. The answer is null where they do not know.</returns>
    private bool TryAnswer(out bool? answer)
    {
        answer = null;
        while (true)
        {
            switch (person.ReadLine()?.Trim().ToLowerInvariant())
            {
                case null or "q" or "quit":
                    return false;
                case "y" or "yes" or "j" or "ja" or "o" or "oui" or "s" or "si":
                    answer = true;
                    return true;
                case "n" or "no" or "nein" or "non":
                    answer = false;
                    return true;
                case "" or "d" or "don't know" or "?":
                    return true;
                default:
                    person.Say("Type y, n, d or q.");
                    break;
            }
        }
    }

    private bool TryPaste(out string pasted)
    {
        var lines = new List<string>();
        pasted = "";
        while (person.ReadLine() is { } line)
        {
            if (lines.Count == 0 && line.Trim() is "q")
                return false;
            if (line.Trim() is "." || (lines.Count == 0 && line.Trim().Length == 0))
            {
                pasted = string.Join('\n', lines);
                return true;
            }

            lines.Add(line);
        }

        pasted = string.Join('\n', lines);
        return lines.Count > 0;
    }

    private GatheredEvidence Compared(NextEvidence next, bool isYes)
    {
        var artifact = Artifact();
        var answer = new EvidenceGathering(new([], () => [])).Gather([EvidenceIntake.Text(artifact, $"{next.Question} {(isYes ? "Yes." : "No.")}", Provenance.Reported)]);
        var source = new Citation(artifact, new Locator.Lines(1, 1), Provenance.Reported);
        return next.Comparison is { } dimension
            ? answer with { Observations = [new Contrast(source, new(HostRole.Client), null, dimension, isYes)] }
            : answer;
    }

    private GatheredEvidence Pasted(NextEvidence next, string output) =>
        new EvidenceGathering(EvidenceReading.Default).Gather([EvidenceIntake.Text(Artifact() with { Host = new(next.From) }, output, Provenance.Recorded)]);

    private Artifact Artifact() => new(string.Create(CultureInfo.InvariantCulture, $"answer {_asked.Count}"));

    private static string Where(HostRole role) => role switch
    {
        HostRole.Client => "from the client",
        HostRole.VpnServer => "from the VPN server",
        HostRole.NpsServer => "from the NPS server",
        HostRole.DomainController => "from a domain controller",
        HostRole.CertificationAuthority => "from the certification authority",
        _ => "from where it fails",
    };
}
