using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>A sentence of Windows found in a text.</summary>
/// <param name="Start">Index of its first character in the text.</param>
/// <param name="Length">Characters up to and with its last word.</param>
public readonly record struct DialogSentence(Code Code, int Start, int Length);
