using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Model;

/// <summary>What one rule says of one observation, pair or attempt. "Not applicable" is null, never a verdict.</summary>
/// <param name="Evidence">The exact places that decide: deleting any of them from the evidence would change the verdict.</param>
public sealed record Verdict(VerdictKind Kind, Message Message, ImmutableArray<Citation> Evidence)
{
    /// <summary>The host at fault or asked about, where the rule knows better than its page.</summary>
    public Host? About { get; init; }

    /// <summary>When the fault showed; the engine fills it from the judged observation.</summary>
    public When? At { get; init; }

    /// <summary>Whom it hit; the engine counts and lists them.</summary>
    public string? Affected { get; init; }

    /// <summary>What evidence would decide; the engine asks for it.</summary>
    public ImmutableArray<Need> Needs { get; init; } = [];

    /// <summary>A fix for just this finding, beside the page's: commands with the values of this evidence.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    public static Verdict Found(MessageHandler message, params ReadOnlySpan<Citation> evidence) =>
        new(VerdictKind.Found, message.ToMessage(), [.. evidence]);

    public static Verdict RuledOut(MessageHandler message, params ReadOnlySpan<Citation> evidence) =>
        new(VerdictKind.RuledOut, message.ToMessage(), [.. evidence]);

    public static Verdict Undecided(MessageHandler message, params ReadOnlySpan<Citation> evidence) =>
        new(VerdictKind.Undecided, message.ToMessage(), [.. evidence]);
}
