namespace Aovpn.Diagnosis.Catalogue;

/// <summary>A word of a text in lower case, without apostrophes.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index after its last character.</param>
internal readonly record struct Word(string Text, int Start, int End);
