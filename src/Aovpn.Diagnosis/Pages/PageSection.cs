namespace Aovpn.Diagnosis.Pages;

/// <param name="Text">Markdown below the heading, without the heading.</param>
public sealed record PageSection(string Heading, string Text);
