using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// Reads what is known of the session in which a script runs: LanguageMode, Get-ExecutionPolicy, whoami, SESSIONNAME, IsInRole. An answer
/// counts only where the command that gave it stands before it, at a prompt or on a line of its own, several of them parted by semicolons.
/// </summary>
public sealed class SessionReader : IPassageReader
{
    public string Kind => "powershell-session";

    public int Order => 115;

    public Anchors Anchors { get; } = Anchors.Of([.. SessionQuestions.Commands]);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            var command = PromptLine.Parse(text[line])?.Command ?? text[line].Trim();
            if (command.Length is 0 or > 400)
                continue;

            var questions = command.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (questions.Length == 0 || SessionQuestion.Parse(questions[0]) is null)
                continue;
            if (Read(text, line, questions) is not { } passage)
                continue;
            yield return passage;
            line = passage.Last;
        }
    }

    private static Passage? Read(EvidenceText text, int command, string[] questions)
    {
        var answers = new SessionAnswers(text, command);
        var seen = ImmutableArray.CreateBuilder<Observation>();
        foreach (var question in questions)
        {
            if (SessionQuestion.Parse(question) is { } asked && answers.Read(asked) is { } fact)
                seen.Add(fact);
        }

        return seen.Count == 0 ? null : new(command, answers.Last, seen.ToImmutable(), seen.Count);
    }
}
