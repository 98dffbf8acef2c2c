using System.Collections.Immutable;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Explaining;

/// <summary>One thing that the question can mean, explained.</summary>
/// <param name="Name">As people write it: 809, 0x800B0109, NPS reason 16, event 20276 (RemoteAccess), AOV402.</param>
/// <param name="Meaning">In our words, one sentence.</param>
public sealed record Answer(AnswerKind Kind, string Name, string Meaning)
{
    /// <summary>The code or symptom; null for a cause.</summary>
    public Explained? Key { get; init; }

    /// <summary>The vendor's name of the number.</summary>
    public string? Symbol { get; init; }

    /// <summary>The step of a connection at which it is reported.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The sentence that Windows shows.</summary>
    public string? Dialog { get; init; }

    /// <summary>How the question was read, where that is not plain: the HRESULT form of another code, a sentence without its number.</summary>
    public string? ReadAs { get; init; }

    /// <summary>More about the number: an event's channel and fields, a note of the table.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public string? Source { get; init; }

    /// <summary>False for what nobody has compared with a source.</summary>
    public bool Verified { get; init; } = true;

    /// <summary>What Microsoft's article says about it; null where it says nothing.</summary>
    public CodePage? Page { get; init; }

    /// <summary>The causes that explain it: the earlier stage first, then the more common. For a cause, itself; for a family, its members.</summary>
    public ImmutableArray<CauseExplained> Causes { get; init; } = [];
}
