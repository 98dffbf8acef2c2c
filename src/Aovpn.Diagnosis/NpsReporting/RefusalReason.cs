using System.Collections.Immutable;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>A reason for which NPS refuses, and how often it does.</summary>
/// <param name="Code">Reason-Code; 0 where a refusal names none.</param>
/// <param name="Symbol">Microsoft's name of the reason; null where none is known.</param>
/// <param name="Text">What the catalogue says.</param>
/// <param name="Count">Rejected and discarded requests.</param>
/// <param name="First">By the server's clock.</param>
/// <param name="Pages">Causes that explain it: the earlier stage first, then the more common.</param>
public sealed record RefusalReason(uint Code, string? Symbol, string Text, long Count, DateTime? First, DateTime? Last, ImmutableArray<RefusalPage> Pages);
