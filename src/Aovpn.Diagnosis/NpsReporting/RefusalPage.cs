using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>A cause's page that explains a reason.</summary>
/// <param name="Id">AOV402: what <c>aovpn explain</c> takes.</param>
/// <param name="Fixes">What mends it.</param>
public sealed record RefusalPage(string Id, string Title, ImmutableArray<Fix> Fixes);
