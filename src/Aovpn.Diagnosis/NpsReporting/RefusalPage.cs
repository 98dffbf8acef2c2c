namespace Aovpn.Diagnosis.NpsReporting;

/// <summary>A cause's page that explains a reason.</summary>
/// <param name="Id">AOV402: what <c>aovpn explain</c> takes.</param>
public sealed record RefusalPage(string Id, string Title);
