using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Pages;

/// <summary>
/// The page of one cause: the only place where its id, title, severity, explained symptoms, fixes and worked examples are
/// written. Lies beside the rule of the same name; a cause that no evidence can decide has only the page.
/// </summary>
/// <param name="Name">Name of the file and of the rule class.</param>
/// <param name="Causes">Ids of <c>knowledge/root_causes.md</c>; empty for a cause that the list lacks.</param>
/// <param name="FavouredBy">Reported contrasts, topics and symptoms that speak for the cause (<see cref="Clue"/>).</param>
/// <param name="ContradictedBy">Those that rule it out.</param>
/// <param name="Needs">Evidence that would decide a cause without a rule; for one with a rule, the rule's needs count.</param>
/// <param name="ManualBecause">Why no evidence can decide; null when a rule does.</param>
/// <param name="Body">Its sections and fixes.</param>
public sealed record RulePage(
    string Name,
    string Id,
    string Title,
    Stage Stage,
    Severity Severity,
    HostRole Where,
    ImmutableArray<string> Causes,
    ImmutableArray<Explained> Explains,
    ImmutableArray<Clue> FavouredBy,
    ImmutableArray<Clue> ContradictedBy,
    Commonness Commonness,
    string CommonnessSource,
    string Source,
    bool Verified,
    ImmutableArray<Need> Needs,
    string? ManualBecause,
    PageBody Body)
{
    /// <summary>Headings every page has, in this order.</summary>
    public static readonly ImmutableArray<string> Headings =
        ["What it means", "How it is detected", "Fix", "Check that it is fixed", "Examples", "References"];

    public ImmutableArray<Fix> Fixes => Body.Fixes;

    /// <summary>Text below each heading, in the page's order.</summary>
    public ImmutableArray<PageSection> Sections => Body.Sections;

    /// <summary>Clues that together prove the cause, for what only a person can know; empty for all other pages.</summary>
    public ImmutableArray<Clue> ProvedBy { get; init; } = [];

    /// <summary>The rule may find this cause on reports alone, because only a person can know it.</summary>
    public bool ReportProves { get; init; }

    /// <summary>The sentence that says why a clue under contradicted-by rules the cause out; null for a general one.</summary>
    public string? Contradiction { get; init; }

    /// <summary>The cause is among those that a symptom has. "It does not work" may be said of any.</summary>
    public bool CanExplain(Symptom symptom) => symptom.Id is SymptomId.ConnectionFails ? !Explains.IsEmpty : Explains.Contains(symptom.Key);

    /// <summary>With this cause the user is not connected.</summary>
    public bool PreventsConnection => Explains.Any(one => one.IsFailureToConnect);

    /// <summary>The worked examples; read when asked for, as only tests and documents ask.</summary>
    /// <exception cref="FormatException">The section is not of the form that CONTRIBUTING describes.</exception>
    public ImmutableArray<PageExample> Examples => PageExamples.Read(Section("Examples"));

    public string Section(string heading) => Sections.FirstOrDefault(section => section.Heading == heading)?.Text ?? "";
}
