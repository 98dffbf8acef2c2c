using System.Collections.Frozen;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Pages;

/// <summary>Something reported that speaks for or against a cause, as pages write it: <c>differs-by:network</c>, <c>topic:load-balancer</c>.</summary>
public readonly record struct Clue(ClueKind Kind, string Value)
{
    private static readonly FrozenDictionary<string, ClueKind> Kinds =
        Enum.GetValues<ClueKind>().ToFrozenDictionary(kind => KebabCase.Of(kind.ToString()), StringComparer.Ordinal);

    /// <summary>The comparison that says the contrary: it differs, it does not. Null for all others: what is denied is often just what is amiss.</summary>
    public Clue? Opposite => Kind switch
    {
        ClueKind.DiffersBy => this with { Kind = ClueKind.SameFor },
        ClueKind.SameFor => this with { Kind = ClueKind.DiffersBy },
        _ => null,
    };

    /// <exception cref="FormatException">The text is not of the form kind:value with a known kind.</exception>
    public static Clue Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Kinds.TryGetValue(text[..colon], out var kind)
            ? new(kind, text[(colon + 1)..])
            : throw new FormatException($"'{text}' is not a clue: it starts with none of differs-by:, same-for:, since:, topic:, no-topic:, symptom:");
    }

    /// <summary>The clue that an observation gives; null when it is none that pages can name.</summary>
    public static Clue? Of(Observation seen) => seen switch
    {
        Contrast contrast => new(contrast.Differs ? ClueKind.DiffersBy : ClueKind.SameFor, KebabCase.Of(contrast.Dimension.ToString())),
        ChangeReported change => new(ClueKind.Since, change.Change),
        TopicMentioned topic => new(topic.Negated ? ClueKind.NoTopic : ClueKind.Topic, topic.Topic),
        SymptomReported symptom => new(ClueKind.Symptom, KebabCase.Of(symptom.Symptom.ToString())),
        _ => null,
    };

    public override string ToString() => $"{KebabCase.Of(Kind.ToString())}:{Value}";
}
