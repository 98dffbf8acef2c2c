using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>One word of a phrase: any of its alternatives, after at most so many other words.</summary>
internal sealed record PhraseElement(ImmutableArray<PhraseWord> Alternatives, int Gap, bool IsOptional)
{
    /// <summary>Of the beginnings that its words can have.</summary>
    public ulong Beginnings { get; } = Alternatives.Aggregate(0UL, (all, word) => all | word.Beginning);

    public bool Matches(string word, ImmutableArray<string> suffixes)
    {
        foreach (var alternative in Alternatives)
        {
            if (alternative.Matches(word, suffixes))
                return true;
        }

        return false;
    }
}
