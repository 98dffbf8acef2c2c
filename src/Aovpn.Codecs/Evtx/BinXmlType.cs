namespace Aovpn.Codecs.Evtx;

/// <summary>Types of values in binary XML, MS-EVEN6 section 2.2.12. Arrays have bit 0x80 beside the type of their items.</summary>
internal static class BinXmlType
{
    public const byte Null = 0x00, String = 0x01, AnsiString = 0x02, Int8 = 0x03, UInt8 = 0x04, Int16 = 0x05, UInt16 = 0x06, Int32 = 0x07, UInt32 = 0x08,
        Int64 = 0x09, UInt64 = 0x0A, Real32 = 0x0B, Real64 = 0x0C, Boolean = 0x0D, Binary = 0x0E, Guid = 0x0F, Size = 0x10, FileTime = 0x11,
        SystemTime = 0x12, Sid = 0x13, HexInt32 = 0x14, HexInt64 = 0x15, Handle = 0x20, BinXml = 0x21, Xml = 0x23, Array = 0x80;

    /// <summary>Bytes of one item; 0 where the value itself says.</summary>
    public static int Width(byte type, int length) => (type & ~Array) switch
    {
        Int8 or UInt8 => 1,
        Int16 or UInt16 => 2,
        Int32 or UInt32 or Real32 or Boolean or HexInt32 => 4,
        Int64 or UInt64 or Real64 or FileTime or HexInt64 => 8,
        Guid or SystemTime => 16,
        Size or Handle => length % 8 == 0 ? 8 : 4,
        _ => 0,
    };
}
