using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>What can be said about something pasted: each thing that it can mean, or what comes near to it.</summary>
/// <param name="Asked">The question as it was typed.</param>
/// <param name="Answers">The likeliest meaning first; several when a bare number means several things.</param>
/// <param name="Suggestions">Questions that would be answered, where this one is not.</param>
public sealed record Explanation(string Asked, ImmutableArray<Answer> Answers, ImmutableArray<Suggestion> Suggestions);
