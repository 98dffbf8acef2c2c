namespace Aovpn.Codecs.Evtx;

/// <summary>Tokens of binary XML, MS-EVEN6 section 2.2.12. Bit 0x40 says that more of the same follows.</summary>
internal static class BinXmlToken
{
    public const byte End = 0x00, OpenStartElement = 0x01, CloseStartElement = 0x02, CloseEmptyElement = 0x03, EndElement = 0x04, Value = 0x05, Attribute = 0x06,
        CData = 0x07, CharacterReference = 0x08, EntityReference = 0x09, InstructionTarget = 0x0A, InstructionData = 0x0B, TemplateInstance = 0x0C,
        NormalSubstitution = 0x0D, OptionalSubstitution = 0x0E, FragmentHeader = 0x0F, More = 0x40;
}
