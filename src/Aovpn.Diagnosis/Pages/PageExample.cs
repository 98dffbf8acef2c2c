using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Pages;

/// <summary>One worked example of a page: evidence and the verdict that the rule gives on it. Run as a test.</summary>
/// <param name="AsOf">The time for which it is judged; null leaves it to the evidence.</param>
/// <param name="Verdicts">Lines such as <c>found: CN=vpn.example.com may not be used for ...</c>.</param>
public sealed record PageExample(ImmutableArray<PageEvidence> Evidence, DateTimeOffset? AsOf, ImmutableArray<string> Verdicts);
