using System.Collections.Frozen;

namespace Aovpn.Codecs.Evtx;

/// <summary>Which records are wanted. Judged before anything is rendered; all that is set must hold.</summary>
public sealed class EvtxFilter
{
    public static readonly EvtxFilter All = new();

    /// <summary>Judges a provider's name as the record spells it. Asked once for each name in a chunk.</summary>
    public Func<string, bool>? Provider { get; init; }

    public FrozenSet<int>? EventIds { get; init; }

    /// <summary>Judges an event id together with its provider; asked behind <see cref="Provider"/>.</summary>
    public Func<string, int, bool>? EventId { get; init; }

    /// <summary>Told of each readable record, wanted or not.</summary>
    public Action? Counted { get; init; }

    /// <summary>From this time on; this time included.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Up to this time; this time excluded.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Smallest and largest EventRecordID.</summary>
    public (ulong First, ulong Last)? RecordIds { get; init; }

    internal bool IsOpen => Provider is null && EventIds is null && EventId is null && Since is null && Until is null && RecordIds is null;
}
