using System.Buffers;
using System.Text;

namespace Aovpn.Reports.NpsTables;

/// <summary>Writes Thrift's compact protocol, in which Parquet keeps its metadata: fields in rising order, each told by its distance from the one before.</summary>
internal sealed class ThriftCompact(IBufferWriter<byte> output)
{
    private const byte True = 1, False = 2, Int32Type = 5, Int64Type = 6, Binary = 8, ListType = 9, StructType = 12;

    private readonly Stack<int> _outer = [];
    private int _last;

    public void Bool(int field, bool value) => Field(field, value ? True : False);

    public void Int32(int field, int value)
    {
        Field(field, Int32Type);
        Varint(ZigZag(value));
    }

    public void Int64(int field, long value)
    {
        Field(field, Int64Type);
        Varint(ZigZag(value));
    }

    public void Text(int field, string value)
    {
        Field(field, Binary);
        Bytes(value);
    }

    public void Struct(int field, Action content)
    {
        Field(field, StructType);
        Struct(content);
    }

    public void Int32s(int field, params ReadOnlySpan<int> values)
    {
        List(field, Int32Type, values.Length);
        foreach (var value in values)
            Varint(ZigZag(value));
    }

    public void Texts(int field, params ReadOnlySpan<string> values)
    {
        List(field, Binary, values.Length);
        foreach (var value in values)
            Bytes(value);
    }

    public void Structs<T>(int field, IReadOnlyCollection<T> items, Action<T> content)
    {
        List(field, StructType, items.Count);
        foreach (var item in items)
            Struct(() => content(item));
    }

    /// <summary>A structure that no field holds: the outermost, or one of a list.</summary>
    public void Struct(Action content)
    {
        _outer.Push(_last);
        _last = 0;
        content();
        Byte(0);
        _last = _outer.Pop();
    }

    private void Field(int field, byte type)
    {
        Byte((byte)(((field - _last) << 4) | type));
        _last = field;
    }

    private void List(int field, byte type, int count)
    {
        Field(field, ListType);
        Byte((byte)(((count < 15 ? count : 15) << 4) | type));
        if (count >= 15)
            Varint((ulong)count);
    }

    private void Bytes(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Varint((ulong)bytes.Length);
        output.Write(bytes);
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    private void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private static ulong ZigZag(long value) => (ulong)((value << 1) ^ (value >> 63));
}
