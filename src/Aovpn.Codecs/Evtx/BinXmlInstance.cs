using System.Buffers.Binary;

namespace Aovpn.Codecs.Evtx;

/// <summary>A template with values for its substitutions, as it stands in a chunk. Filled anew for each use.</summary>
internal sealed class BinXmlInstance
{
    /// <summary>Token, one byte, template id, place of the definition.</summary>
    private const int HeadLength = 10;

    /// <summary>Place of the next definition in its bucket, identifier, size of the body.</summary>
    private const int DefinitionLength = 24;

    private ValueSlot[] _values = [];

    public BinXmlTemplate Template { get; private set; } = BinXmlTemplate.Empty;

    public int Count { get; private set; }

    /// <summary>Values run past the end: the last of them are missing.</summary>
    public bool IsDamaged { get; private set; }

    public int End { get; private set; }

    /// <summary>Elements written out, up to the end of the fragment.</summary>
    public bool IsLiteral { get; private set; }

    public ValueSlot this[int index] => (uint)index < (uint)Count ? _values[index] : default;

    /// <summary>Makes a fragment that is written out look like a template without substitutions.</summary>
    public void SetLiteral(BinXmlTemplate template, int end) => (Template, Count, IsDamaged, End, IsLiteral) = (template, 0, template.IsDamaged, end, true);

    /// <param name="at">Of the token TemplateInstance.</param>
    /// <returns>False when there is no template to be had.</returns>
    public bool Read(EvtxChunk chunk, int at, int end)
    {
        (Count, IsDamaged, End, IsLiteral) = (0, true, end, false);
        if (Definition(chunk.Bytes, at, end) is not { } found)
            return false;
        if (chunk.Template(found.Definition) is not { } template)
            return false;
        (Template, IsDamaged) = (template, template.IsDamaged);

        var bytes = chunk.Bytes;
        var descriptors = found.Values + 4;
        var count = BinaryPrimitives.ReadUInt32LittleEndian(bytes[found.Values..]);
        if (count > (uint)(end - descriptors) / 4)
        {
            IsDamaged = true;
            return true;
        }

        if (!chunk.Budget.Spend((int)count))
            return false;
        if (_values.Length < count)
            _values = new ValueSlot[Math.Max((int)count, _values.Length * 2)];
        var place = descriptors + ((int)count * 4);
        for (var index = 0; index < count; index++)
        {
            var descriptor = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(descriptors + (index * 4))..]);
            var length = (int)(descriptor & 0xFFFF);
            if (place + length > end)
            {
                IsDamaged = true;
                End = end;
                return true;
            }

            _values[index] = new(place, length, (byte)(descriptor >> 16));
            Count = index + 1;
            place += length;
        }

        End = place;
        return true;
    }

    /// <returns>The place behind the instance; null when it does not end.</returns>
    public static int? Skip(EvtxChunk chunk, int at, int end)
    {
        if (Definition(chunk.Bytes, at, end) is not { } found)
            return null;
        var bytes = chunk.Bytes;
        var count = BinaryPrimitives.ReadUInt32LittleEndian(bytes[found.Values..]);
        var place = found.Values + 4;
        if (count > (uint)(end - place) / 4 || !chunk.Budget.Spend((int)count))
            return null;
        var behind = place + ((int)count * 4);
        for (var index = 0; index < count; index++)
            behind += BinaryPrimitives.ReadUInt16LittleEndian(bytes[(place + (index * 4))..]);
        return behind <= end ? behind : null;
    }

    /// <summary>The definition stands here when its place is the next byte; else it stands where an earlier record has it.</summary>
    private static (int Definition, int Values)? Definition(ReadOnlySpan<byte> bytes, int at, int end)
    {
        var values = at + HeadLength;
        if (values + 4 > end)
            return null;
        var definition = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 6)..]);
        if (definition < EvtxChunk.HeaderUsed || definition > bytes.Length - DefinitionLength)
            return null;
        if (definition == values)
        {
            if (values + DefinitionLength > end)
                return null;
            var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(values + 20)..]);
            if (size > end - values - DefinitionLength)
                return null;
            values += DefinitionLength + (int)size;
        }

        return values + 4 <= end ? ((int)definition, values) : null;
    }

    /// <returns>Where a definition's body stands; null when it does not fit into the chunk.</returns>
    public static (int Start, int End)? Body(ReadOnlySpan<byte> bytes, int definition)
    {
        var start = definition + DefinitionLength;
        if (start > bytes.Length)
            return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(definition + 20)..]);
        return size == 0 ? null : (start, (int)Math.Min(start + (long)size, bytes.Length));
    }
}
