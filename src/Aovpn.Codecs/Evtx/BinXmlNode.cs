namespace Aovpn.Codecs.Evtx;

/// <summary>One step of parsed binary XML.</summary>
/// <param name="Text">Name of the element or attribute, or the text.</param>
/// <param name="Index">Of the substitution; of a template instance its place in the chunk.</param>
/// <param name="IsOptional">Of a substitution.</param>
internal readonly record struct BinXmlNode(BinXmlNodeKind Kind, string Text = "", int Index = 0, bool IsOptional = false);
