using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>What a number says by itself: no causes, those are the pages' business. One row of ras, ipsec, certificates, nps-reasons or entra.json.</summary>
/// <param name="Code">The number; HRESULTs are written in hexadecimal in the file.</param>
/// <param name="Text">What it means, in our words.</param>
/// <param name="Stage">The step of a connection at which it is reported.</param>
/// <param name="Area">The source table's grouping: reachability, certificate, policy, eap ...</param>
/// <param name="Source">Where number and symbol come from.</param>
/// <param name="Verified">False for what nobody has compared with a source.</param>
public sealed record ErrorCode(
    [property: JsonConverter(typeof(CodeNumberConverter))] uint Code,
    string Text,
    Stage Stage,
    string Area,
    string Source,
    bool Verified)
{
    /// <summary>The vendor's name of the number; null where none is public.</summary>
    public string? Symbol { get; init; }

    /// <summary>The sentence that Windows shows for it, then other printings of the same sentence; empty where none is known.</summary>
    public ImmutableArray<string> Dialogs { get => field.IsDefault ? [] : field; init; }

    /// <summary>Where the sentences come from, where that is not <see cref="Source"/>.</summary>
    public string? DialogSource { get; init; }

    /// <summary>A first thing to do, from the source table; the pages know more.</summary>
    public string? Fix { get; init; }

    /// <summary>The HRESULT that the number stands for, by name (NPS reasons).</summary>
    public string? Related { get; init; }

    /// <summary>Met in Always On VPN deployments.</summary>
    public bool Relevant { get; init; }

    /// <summary>No longer reported by supported versions of Windows.</summary>
    public bool Obsolete { get; init; }

    /// <summary>First version of Windows that reports it.</summary>
    public string? Since { get; init; }

    /// <summary>The sentence of Windows' dialog; null where none is known.</summary>
    [JsonIgnore]
    public string? Dialog => Dialogs is [var first, ..] ? first : null;
}
