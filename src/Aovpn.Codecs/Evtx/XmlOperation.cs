namespace Aovpn.Codecs.Evtx;

/// <summary>What to write for a template: text that never changes, and around a value the text that depends on the value.</summary>
/// <param name="Index">Of the substitution; for an instance its place in the chunk.</param>
/// <param name="Before">Start and length in the template's text, written before the value.</param>
/// <param name="After">Written behind it.</param>
internal readonly record struct XmlOperation(XmlOperationKind Kind, int Index, (int Start, int Length) Before, (int Start, int Length) After = default);
