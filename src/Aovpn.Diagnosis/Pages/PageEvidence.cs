using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Pages;

/// <summary>A fenced block of evidence in a page: <c>```certutil host=VpnServer</c>.</summary>
/// <param name="Kind">The kind that must be recognised from the text.</param>
public sealed record PageEvidence(string Kind, HostRole Host, string Text);
