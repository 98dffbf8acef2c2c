namespace Aovpn.Codecs.Nps;

/// <summary>Where an attribute's value is among a record's bytes, and how it is written there.</summary>
internal readonly record struct NpsField(string Name, int Start, int Length, NpsFieldForm Form, int LinesDown);
