namespace Aovpn.Diagnosis.Catalogue;

/// <param name="Kind">The key that rules and pages use.</param>
/// <param name="Text">The evidence in words: "the certificates in the client's machine store".</param>
/// <param name="Command">What to type on that host; null when only a person can answer.</param>
public sealed record NeedRow(string Kind, string Text, string? Command)
{
    /// <summary>What a person is asked who can answer with yes or no; null where the command's output is wanted.</summary>
    public string? Question { get; init; }
}
