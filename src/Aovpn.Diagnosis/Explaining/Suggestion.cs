namespace Aovpn.Diagnosis.Explaining;

/// <param name="Ask">What to ask instead; <c>aovpn explain</c> answers it.</param>
/// <param name="Text">What that is about.</param>
public sealed record Suggestion(string Ask, string Text);
