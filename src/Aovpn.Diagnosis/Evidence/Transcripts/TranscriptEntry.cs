using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>One thing that a probe did or saw: a line of its transcript.</summary>
/// <param name="At">When, by the clock of the machine that probed.</param>
/// <param name="Session">Which exchange it belongs to: <c>radius/2</c>, <c>ike/1</c>. Lines of one session follow each other in time; sessions may interleave.</param>
/// <param name="Event">What, with its family before a dot: <c>eap.method-offered</c>, <c>radius.silence</c>, <c>ike.received</c>.</param>
/// <param name="Endpoint">Address and port of the other side, where there is one.</param>
/// <param name="Data">The rest, by name; numbers in decimal, bytes in hexadecimal, yes and no. Never a secret.</param>
public sealed record TranscriptEntry(DateTimeOffset At, string Session, string Event, string? Endpoint, ImmutableSortedDictionary<string, string> Data)
{
    /// <summary>Null when the entry has no such datum.</summary>
    public string? this[string name] => Data.GetValueOrDefault(name);
}
