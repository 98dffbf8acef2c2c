using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>A code that a sentence names.</summary>
/// <param name="First">First word of what makes it a code: the number, or the sentence of a dialog.</param>
/// <param name="End">After its last word.</param>
internal sealed record CodeMention(Code Code, int First, int End);
