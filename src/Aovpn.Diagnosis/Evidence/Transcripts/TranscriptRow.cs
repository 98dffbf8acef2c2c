using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Transcripts;

/// <summary>An entry as JSON has it.</summary>
internal sealed record TranscriptRow(DateTimeOffset At, string Session, string Event, string? Endpoint = null, ImmutableSortedDictionary<string, string>? Data = null);
