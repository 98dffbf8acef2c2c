namespace Aovpn.Codecs.Evtx;

/// <summary>Writes records of one chunk as XML in UTF-8, on one line each.</summary>
internal sealed class XmlRenderer(EvtxChunk chunk)
{
    private const int MaxDepth = 32;

    private readonly List<BinXmlInstance> _instances = [];

    /// <summary>Something of the last record is missing in what was written.</summary>
    public bool IsDamaged { get; private set; }

    public void WriteRecord(Utf8Buffer output, BinXmlInstance record)
    {
        IsDamaged = record.IsDamaged;
        Write(output, record, 0);
    }

    private void Write(Utf8Buffer output, BinXmlInstance instance, int depth)
    {
        var program = instance.Template.Xml;
        var text = program.Text;
        foreach (ref readonly var operation in program.Operations.AsSpan())
        {
            var slot = instance[operation.Index];
            if (!chunk.Budget.Spend(8 + operation.Before.Length + operation.After.Length + (slot.Length * 2)))
            {
                IsDamaged = true;
                return;
            }

            if (operation.Kind == XmlOperationKind.OptionalAttribute ? slot.IsNull : operation.Kind == XmlOperationKind.OptionalElement && slot.Type == BinXmlType.Null)
                continue;
            if (operation.Kind is XmlOperationKind.Element or XmlOperationKind.OptionalElement && slot.IsArray)
            {
                Array(output, slot, text.Slice(operation.Before.Start, operation.Before.Length), text.Slice(operation.After.Start, operation.After.Length), inAttribute: false);
                continue;
            }

            output.Write(text.Slice(operation.Before.Start, operation.Before.Length));
            if (operation.Kind == XmlOperationKind.Literal)
                continue;
            if (operation.Kind == XmlOperationKind.Instance)
                Nested(output, operation.Index, chunk.Bytes.Length, depth, isOne: true);
            else
                Value(output, slot, operation.Kind is XmlOperationKind.InAttribute or XmlOperationKind.OptionalAttribute, depth);
            output.Write(text.Slice(operation.After.Start, operation.After.Length));
        }
    }

    private void Value(Utf8Buffer output, ValueSlot slot, bool inAttribute, int depth)
    {
        if (slot.IsNull)
            return;
        if (slot.IsArray)
            Array(output, slot, [], [], inAttribute);
        else if (slot.Type != BinXmlType.BinXml)
            BinXmlText.Write(output, slot.Type, chunk.Bytes.Slice(slot.Offset, slot.Length), inAttribute);
        else if (!inAttribute)
            Nested(output, slot.Offset, slot.Offset + slot.Length, depth);
    }

    /// <summary>A value that is binary XML again: templates with values, or elements written out, one after the other.</summary>
    private void Nested(Utf8Buffer output, int at, int end, int depth, bool isOne = false)
    {
        if (depth >= MaxDepth)
        {
            IsDamaged = true;
            return;
        }

        if (_instances.Count <= depth)
            _instances.Add(new());
        var instance = _instances[depth];
        while (at < end && chunk.Bytes[at] != BinXmlToken.End)
        {
            if (!chunk.ReadContent(at, end, instance))
            {
                IsDamaged = true;
                return;
            }

            IsDamaged |= instance.IsDamaged;
            at = instance.End;
            var isLast = isOne || instance.IsLiteral;
            Write(output, instance, depth + 1);
            if (isLast || IsDamaged)
                return;
        }
    }

    private void Array(Utf8Buffer output, ValueSlot slot, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, bool inAttribute)
    {
        var isFirst = true;
        foreach (var item in new ArrayItems(chunk.Bytes.Slice(slot.Offset, slot.Length), slot.Type))
        {
            if (!chunk.Budget.Spend(8 + before.Length + after.Length + item.Length))
            {
                IsDamaged = true;
                return;
            }

            if (!isFirst && after.IsEmpty)
                output.Write(", "u8);
            isFirst = false;
            output.Write(before);
            BinXmlText.Write(output, (byte)(slot.Type & ~BinXmlType.Array), item, inAttribute);
            output.Write(after);
        }

        if (!isFirst)
            return;
        output.Write(before);
        output.Write(after);
    }
}
