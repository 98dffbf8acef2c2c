namespace Aovpn.Codecs.Evtx;

internal enum BinXmlNodeKind : byte
{
    OpenElement,
    Attribute,
    CloseStart,
    EndElement,

    /// <summary>Ends an element that has neither content nor an end tag of its own.</summary>
    EndEmptyElement,

    Text,
    Substitution,
    Instruction,
    Instance,
}
