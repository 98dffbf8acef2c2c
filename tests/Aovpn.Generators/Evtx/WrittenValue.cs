using System.Buffers.Binary;
using System.Text;

namespace Aovpn.Generators.Evtx;

/// <summary>A value for a substitution: its type and what writes its bytes.</summary>
public sealed record WrittenValue(byte Type, Action<EvtxChunkWriter> Write)
{
    public static readonly WrittenValue Null = new(0x00, static _ => { });

    public static WrittenValue Of(byte type, params byte[] bytes) => new(type, chunk => chunk.Bytes(bytes));

    public static WrittenValue Text(string text) => Of(0x01, Encoding.Unicode.GetBytes(text));

    public static WrittenValue Texts(params string[] texts) => Of(0x81, Encoding.Unicode.GetBytes(string.Concat(texts.Select(text => text + "\0"))));

    public static WrittenValue UInt8(byte value) => Of(0x04, value);

    public static WrittenValue UInt16(ushort value) => Of(0x06, Little(2, value));

    public static WrittenValue UInt32(uint value) => Of(0x08, Little(4, value));

    public static WrittenValue UInt64(ulong value) => Of(0x0A, Little(8, value));

    public static WrittenValue Hex64(ulong value) => Of(0x15, Little(8, value));

    public static WrittenValue Time(DateTimeOffset time) => Of(0x11, Little(8, (ulong)time.ToFileTime()));

    public static WrittenValue Id(string guid) => Of(0x0F, new Guid(guid).ToByteArray());

    public static WrittenValue Binary(params byte[] bytes) => Of(0x0E, bytes);

    /// <summary>A value that is binary XML again.</summary>
    public static WrittenValue Xml(Action<EvtxChunkWriter> write) => new(0x21, write);

    private static byte[] Little(int length, ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes[..length];
    }
}
