using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Rules;

/// <summary>Something reported that speaks for or against a cause, as pages write it: <c>differs-by:network</c>, <c>topic:load-balancer</c>.</summary>
public readonly record struct Clue(ClueKind Kind, string Value)
{
    /// <exception cref="FormatException">The text is not of the form kind:value with a known kind.</exception>
    public static Clue Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<ClueKind>())
        {
            if (colon > 0 && KebabCase.Of(kind.ToString()) == text[..colon])
                return new(kind, text[(colon + 1)..]);
        }

        throw new FormatException($"'{text}' is not a clue: it starts with none of differs-by:, same-for:, since:, topic:, no-topic:, symptom:");
    }

    /// <summary>The first observation that is this clue; null when nothing in the case is.</summary>
    public Observation? SeenIn(CaseFile file)
    {
        var (kind, value) = this;
        return file.Observations.FirstOrDefault(seen => (kind, seen) switch
        {
            (ClueKind.DiffersBy, Contrast contrast) => contrast.Differs && KebabCase.Of(contrast.Dimension.ToString()) == value,
            (ClueKind.SameFor, Contrast contrast) => !contrast.Differs && KebabCase.Of(contrast.Dimension.ToString()) == value,
            (ClueKind.Since, ChangeReported change) => change.Change == value,
            (ClueKind.Topic, TopicMentioned topic) => !topic.Negated && topic.Topic == value,
            (ClueKind.NoTopic, TopicMentioned topic) => topic.Negated && topic.Topic == value,
            (ClueKind.Symptom, SymptomReported symptom) => KebabCase.Of(symptom.Symptom.ToString()) == value,
            _ => false,
        });
    }

    public override string ToString() => $"{KebabCase.Of(Kind.ToString())}:{Value}";
}
