namespace Aovpn.Codecs.Evtx;

/// <summary>Makes elements of a record, for readers that want its data and not its text. What it does is what <see cref="XmlRenderer"/> does.</summary>
internal sealed class TreeBuilder(EvtxChunk chunk)
{
    private const int MaxDepth = 32, MaxElements = 64;

    private readonly Stack<EvtxElement> _open = new();

    public bool IsDamaged { get; private set; }

    /// <returns>The element Event; null when there is none.</returns>
    public EvtxElement? Build(BinXmlInstance record)
    {
        IsDamaged = record.IsDamaged;
        var root = new EvtxElement("");
        _open.Clear();
        _open.Push(root);
        Add(record, 0);
        return root.Children.Count > 0 ? root.Children[0] : null;
    }

    private void Add(BinXmlInstance instance, int depth)
    {
        var nodes = instance.Template.Nodes;
        var floor = _open.Count;
        for (var at = 0; at < nodes.Count && !IsExhausted(8); at++)
        {
            var node = nodes[at];
            switch (node.Kind)
            {
                case BinXmlNodeKind.OpenElement:
                    if (_open.Count > MaxElements)
                    {
                        IsDamaged = true;
                        return;
                    }

                    var element = new EvtxElement(node.Text);
                    _open.Peek().Add(element);
                    _open.Push(element);
                    break;

                case BinXmlNodeKind.Attribute:
                    at = Attribute(nodes, at + 1, node.Text, instance) - 1;
                    break;

                case BinXmlNodeKind.EndElement or BinXmlNodeKind.EndEmptyElement when _open.Count > floor:
                    _open.Pop();
                    break;

                case BinXmlNodeKind.Text:
                    _open.Peek().Add(node.Text);
                    break;

                case BinXmlNodeKind.Substitution:
                    var isWhole = at > 0 && nodes[at - 1].Kind == BinXmlNodeKind.CloseStart && at + 1 < nodes.Count && nodes[at + 1].Kind == BinXmlNodeKind.EndElement;
                    if (isWhole && node.IsOptional && instance[node.Index].Type == BinXmlType.Null)
                    {
                        // MS-EVEN6 section 3.1.4.7.2: without its value the element is not there.
                        _open.Pop();
                        _open.Peek().DropLast();
                        at++;
                        break;
                    }

                    Content(instance[node.Index], isWhole, depth);
                    break;

                case BinXmlNodeKind.Instance:
                    Nested(node.Index, chunk.Bytes.Length, depth, isOne: true);
                    break;

                default:
                    break;
            }
        }

        while (_open.Count > floor)
            _open.Pop();
    }

    /// <returns>The node behind the attribute.</returns>
    private int Attribute(List<BinXmlNode> nodes, int at, string name, BinXmlInstance instance)
    {
        var value = "";
        var isLeftOut = false;
        for (; at < nodes.Count && nodes[at].Kind is BinXmlNodeKind.Text or BinXmlNodeKind.Substitution; at++)
        {
            if (nodes[at].Kind == BinXmlNodeKind.Text)
            {
                value += nodes[at].Text;
                continue;
            }

            var slot = instance[nodes[at].Index];
            isLeftOut = nodes[at].IsOptional && slot.IsNull;
            value += Text(slot);
        }

        if (!isLeftOut || value.Length > 0)
            _open.Peek().Add(name, value);
        return at;
    }

    private void Content(ValueSlot slot, bool isWhole, int depth)
    {
        if (slot.IsNull || IsExhausted(slot.Length))
            return;
        if (slot.Type == BinXmlType.BinXml)
        {
            Nested(slot.Offset, slot.Offset + slot.Length, depth, isOne: false);
            return;
        }

        var element = _open.Peek();
        element.Offset = chunk.Offset + slot.Offset;
        if (!slot.IsArray || !isWhole)
        {
            element.Add(Text(slot));
            return;
        }

        // An array repeats its element: the first item fills the one that is open.
        _open.Pop();
        var parent = _open.Peek();
        var current = element;
        var isFirst = true;
        foreach (var item in new ArrayItems(chunk.Bytes.Slice(slot.Offset, slot.Length), slot.Type))
        {
            if (IsExhausted(64 + item.Length))
                break;
            if (!isFirst)
            {
                current = element.Again();
                current.Offset = element.Offset;
                parent.Add(current);
            }

            isFirst = false;
            current.Add(BinXmlText.ToString((byte)(slot.Type & ~BinXmlType.Array), item));
        }

        _open.Push(current);
    }

    private string Text(ValueSlot slot)
    {
        if (slot.IsNull)
            return "";
        var value = chunk.Bytes.Slice(slot.Offset, slot.Length);
        if (!slot.IsArray)
            return BinXmlText.ToString(slot.Type, value);
        var items = new List<string>();
        foreach (var item in new ArrayItems(value, slot.Type))
            items.Add(BinXmlText.ToString((byte)(slot.Type & ~BinXmlType.Array), item));
        return string.Join(", ", items);
    }

    private void Nested(int at, int end, int depth, bool isOne)
    {
        if (depth >= MaxDepth)
        {
            IsDamaged = true;
            return;
        }

        while (at < end && chunk.Bytes[at] != BinXmlToken.End && !IsExhausted(8))
        {
            var instance = new BinXmlInstance();
            if (!chunk.ReadContent(at, end, instance))
            {
                IsDamaged = true;
                return;
            }

            IsDamaged |= instance.IsDamaged;
            at = instance.End;
            Add(instance, depth + 1);
            if (isOne || instance.IsLiteral || IsDamaged)
                return;
        }
    }

    private bool IsExhausted(int work)
    {
        if (chunk.Budget.Spend(work))
            return false;
        IsDamaged = true;
        return true;
    }
}
