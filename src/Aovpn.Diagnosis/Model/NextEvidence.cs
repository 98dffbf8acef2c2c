using System.Collections.Immutable;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Model;

/// <summary>The one thing to collect or ask next.</summary>
/// <param name="Need">The evidence in words.</param>
/// <param name="Decides">Ids of the pages between which it decides.</param>
/// <param name="Command">What to type on that host; null when only a person can answer.</param>
public sealed record NextEvidence(string Need, HostRole From, string Why, ImmutableArray<string> Decides, string? Command)
{
    /// <summary>What to ask a person who can answer yes or no; null where the command's output is wanted.</summary>
    public string? Question { get; init; }

    /// <summary>The comparison that the question is about; null where it is about none.</summary>
    public ContrastDimension? Comparison { get; init; }
}
