namespace Aovpn.Diagnosis.Pages;

/// <summary>The kinds of things a page can name under <c>favoured-by</c>, <c>contradicted-by</c> and <c>proved-by</c>.</summary>
public enum ClueKind
{
    /// <summary>It works for one value of a dimension and fails for another: <c>differs-by:network</c>.</summary>
    DiffersBy,

    /// <summary>It fails for every value of a dimension: <c>same-for:network</c>.</summary>
    SameFor,

    /// <summary>It began with a change: <c>since:renewal</c>.</summary>
    Since,

    /// <summary>Something is mentioned and not negated: <c>topic:load-balancer</c>.</summary>
    Topic,

    /// <summary>Something is mentioned and negated: <c>no-topic:private-key</c> ("there is no private key").</summary>
    NoTopic,

    /// <summary>A symptom without a number: <c>symptom:drops</c>.</summary>
    Symptom,
}
