using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Aovpn.Generators.Evtx;

/// <summary>Writes one chunk: names and templates once, records that refer to them, tables, checksums.</summary>
public sealed class EvtxChunkWriter
{
    public const int Size = 65536;
    private const int HeaderLength = 512, NameBuckets = 64, TemplateBuckets = 32;

    private readonly byte[] _bytes = new byte[Size];
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<XmlNode, (int Place, uint Id)> _templates = new(ReferenceEqualityComparer.Instance);
    private int _at = HeaderLength;
    private int _last;

    public ulong FirstNumber { get; init; }

    /// <summary>See <see cref="EvtxWriter.HasDependencyIds"/>.</summary>
    public bool HasDependencyIds { get; init; }

    public int Count { get; private set; }

    public int Free => Size - _at;

    /// <param name="number">In the record's header; the event has its own.</param>
    public void Record(ulong number, DateTimeOffset written, Action<EvtxChunkWriter> content)
    {
        _last = _at;
        var start = _at;
        UInt32(0x00002A2A);
        UInt32(0);
        UInt64(number);
        UInt64((ulong)written.ToFileTime());
        content(this);
        var length = (uint)(_at - start + 4);
        Patch(start + 4, length);
        UInt32(length);
        Count++;
    }

    /// <summary>Fragment header and a template with its values.</summary>
    public void Instance(XmlNode template, params WrittenValue[] values)
    {
        Bytes([0x0F, 1, 1, 0]);
        Bytes([0x0C, 1]);
        if (_templates.TryGetValue(template, out var known))
        {
            UInt32(known.Id);
            UInt32((uint)known.Place);
        }
        else
        {
            Definition(template, (uint)_templates.Count + 1);
        }

        UInt32((uint)values.Length);
        var descriptors = _at;
        _at += values.Length * 4;
        for (var index = 0; index < values.Length; index++)
        {
            var start = _at;
            values[index].Write(this);
            BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(descriptors + (index * 4)), (ushort)(_at - start));
            _bytes[descriptors + (index * 4) + 2] = values[index].Type;
        }

        Bytes([0]);
    }

    /// <summary>Fragment header and elements written out, as forwarded events have them: without dependency ids.</summary>
    public void Literal(XmlNode element)
    {
        Bytes([0x0F, 1, 1, 0]);
        Element(element, HasDependencyIds);
        Bytes([0]);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(_at));
        _at += bytes.Length;
    }

    public byte[] ToArray()
    {
        var header = _bytes.AsSpan(0, HeaderLength);
        "ElfChnk\0"u8.CopyTo(header);
        var last = FirstNumber + (ulong)Math.Max(Count, 1) - 1;
        foreach (var (place, value) in (ReadOnlySpan<(int, ulong)>)[(8, FirstNumber), (16, last), (24, FirstNumber), (32, last)])
            BinaryPrimitives.WriteUInt64LittleEndian(header[place..], value);
        Patch(40, 128);
        Patch(44, (uint)_last);
        Patch(48, (uint)_at);
        return Repaired(_bytes);
    }

    /// <summary>A copy of a chunk with checksums that agree with it.</summary>
    public static byte[] Repaired(ReadOnlySpan<byte> chunk)
    {
        var bytes = chunk.ToArray();
        var free = (int)Math.Clamp(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(48)), HeaderLength, (uint)bytes.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(52), Crc32.HashToUInt32(bytes.AsSpan(HeaderLength, free - HeaderLength)));
        var crc = new Crc32();
        crc.Append(bytes.AsSpan(0, 120));
        crc.Append(bytes.AsSpan(128, HeaderLength - 128));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(124), crc.GetCurrentHashAsUInt32());
        return bytes;
    }

    private void Definition(XmlNode template, uint id)
    {
        UInt32(id);
        UInt32((uint)_at + 4);
        _templates[template] = (_at, id);
        var bucket = 384 + ((int)(id % TemplateBuckets) * 4);
        UInt32(BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(bucket)));
        Patch(bucket, (uint)_templates[template].Place);
        var guid = new byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(guid, id);
        Bytes(guid);
        var size = _at;
        UInt32(0);
        Bytes([0x0F, 1, 1, 0]);
        Element(template, withId: true);
        Bytes([0]);
        Patch(size, (uint)(_at - size - 4));
    }

    private void Element(XmlNode element, bool withId)
    {
        Bytes([(byte)(element.Attributes.Count > 0 ? 0x41 : 0x01)]);
        if (withId)
            Bytes([0xFF, 0xFF]);
        var size = _at;
        UInt32(0);
        Name(element.Name);
        if (element.Attributes.Count > 0)
        {
            var attributes = _at;
            UInt32(0);
            for (var index = 0; index < element.Attributes.Count; index++)
            {
                Bytes([(byte)(index + 1 < element.Attributes.Count ? 0x46 : 0x06)]);
                Name(element.Attributes[index].Name);
                Content(element.Attributes[index].Value, withId);
            }

            Patch(attributes, (uint)(_at - attributes - 4));
        }

        if (element.Content.Length == 0 && !element.HasEndTag)
        {
            Bytes([0x03]);
        }
        else
        {
            Bytes([0x02]);
            foreach (var content in element.Content)
                Content(content, withId);
            Bytes([0x04]);
        }

        Patch(size, (uint)(_at - size - 4));
    }

    private void Content(object content, bool withId)
    {
        switch (content)
        {
            case XmlNode child:
                Element(child, withId);
                break;

            case Slot slot:
                Bytes([(byte)(slot.IsOptional ? 0x0E : 0x0D), (byte)slot.Index, (byte)(slot.Index >> 8), slot.Type]);
                break;

            default:
                var text = (string)content;
                Bytes([0x05, 0x01, (byte)text.Length, (byte)(text.Length >> 8)]);
                Bytes(Encoding.Unicode.GetBytes(text));
                break;
        }
    }

    private void Name(string name)
    {
        if (_names.TryGetValue(name, out var known))
        {
            UInt32((uint)known);
            return;
        }

        UInt32((uint)_at + 4);
        _names[name] = _at;
        ushort hash = 0;
        foreach (var letter in name)
            hash = (ushort)((hash * 65599) + letter);
        var bucket = 128 + (hash % NameBuckets * 4);
        UInt32(BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(bucket)));
        Patch(bucket, (uint)_names[name]);
        Bytes([(byte)hash, (byte)(hash >> 8), (byte)name.Length, (byte)(name.Length >> 8)]);
        Bytes(Encoding.Unicode.GetBytes(name));
        Bytes([0, 0]);
    }

    private void UInt32(uint value)
    {
        Patch(_at, value);
        _at += 4;
    }

    private void UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(_at), value);
        _at += 8;
    }

    private void Patch(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(at), value);
}
