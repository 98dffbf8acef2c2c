using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence;

/// <summary>
/// What a reader's passages cannot be without. It is what lets many readers look at long texts: all anchors of all readers are sought in one
/// pass, and a reader sees only texts in which one of its own stands.
/// </summary>
public sealed class Anchors
{
    /// <summary>A colon behind a blank, as PowerShell's Format-List writes <c>Name : value</c>.</summary>
    internal static readonly ImmutableArray<string> PropertyColon = [" :", "\t:", "\u00A0:"];

    private Anchors(ImmutableArray<string> literals, int beginning)
    {
        Literals = literals;
        Beginning = beginning;
    }

    /// <summary>Pieces of a line, of which each passage holds one in some line, upper and lower case alike.</summary>
    public ImmutableArray<string> Literals { get; }

    /// <summary>Characters at the beginning of a text that are looked at whatever is in them; 0 where <see cref="Literals"/> decide.</summary>
    public int Beginning { get; }

    /// <summary>What a line that holds one of <see cref="Literals"/> must be like besides, for common ones; null where they decide alone.</summary>
    public Func<ReadOnlySpan<char>, bool>? Line { get; private init; }

    /// <param name="mayBegin">A quick test that the line of every passage passes in which one of the pieces stands.</param>
    public Anchors InLines(Func<ReadOnlySpan<char>, bool> mayBegin) => new(Literals, Beginning) { Line = mayBegin };

    /// <param name="literals">At least one. Rare ones: what stands in every text wakes the reader for every text.</param>
    public static Anchors Of(params ImmutableArray<string> literals) =>
        literals.IsDefaultOrEmpty || literals.Any(string.IsNullOrEmpty) ? throw new ArgumentException("a reader that reads everything costs every text", nameof(literals)) : new(literals, 0);

    /// <summary>For a person's words, which have no form: no more than a beginning of bounded length.</summary>
    public static Anchors OfBeginning(int characters) =>
        characters > 0 ? new([], characters) : throw new ArgumentOutOfRangeException(nameof(characters));
}
