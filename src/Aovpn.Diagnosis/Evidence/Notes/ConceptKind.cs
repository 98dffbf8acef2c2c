namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>What a phrase of the lexicon stands for; in the lexicon the word before the colon.</summary>
internal enum ConceptKind
{
    /// <summary>A word of the grammar: not, only, all, but, maybe, error.</summary>
    Word,

    /// <summary><c>outcome:works</c> or <c>outcome:fails</c>, said of the connection.</summary>
    Outcome,

    /// <summary>One value of a dimension: <c>when:network</c> "over the hotspot".</summary>
    When,

    /// <summary>Another value than that of the complaint: <c>other:device</c> "my colleague's laptop".</summary>
    Other,

    /// <summary>Every value: <c>all:user</c> "everyone".</summary>
    All,

    /// <summary>Some values and not the rest: <c>some:user</c> "a handful of people".</summary>
    Some,

    /// <summary>The noun of a dimension, to be read with all, some, other, only before it: <c>noun:device</c> "laptop".</summary>
    Noun,

    /// <summary>A comparison in itself: <c>differs:attempt</c> "every second time".</summary>
    Differs,

    /// <summary>A likeness in itself: <c>same:device</c> "no matter which laptop".</summary>
    Same,
    Symptom,

    /// <summary>Something that is reached through the tunnel: <c>inside:names</c> "name resolution". When it fails while connected, that is a symptom.</summary>
    Inside,
    Change,

    /// <summary>A change when "since" or "after" stands before it: <c>since:update</c> "the patch".</summary>
    Since,
    Topic,

    /// <summary>Windows' own sentence for a code: <c>code:809</c>.</summary>
    Code,

    /// <summary>Words that mean nothing here although they look so: "works from home" of a person.</summary>
    Ignore,
}
