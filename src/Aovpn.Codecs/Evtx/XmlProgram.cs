using System.Collections.Immutable;

namespace Aovpn.Codecs.Evtx;

/// <summary>A template's nodes compiled for writing XML: literals already in UTF-8 and escaped, values in between.</summary>
internal sealed class XmlProgram
{
    private readonly Utf8Buffer _text = new();
    private readonly List<XmlOperation> _operations = [];
    private int _pending;

    private XmlProgram()
    {
    }

    public ImmutableArray<XmlOperation> Operations { get; private set; } = [];

    public ReadOnlySpan<byte> Text => _text.Written;

    public static XmlProgram Compile(List<BinXmlNode> nodes)
    {
        var program = new XmlProgram();
        program.Compile(nodes, [], 0);
        program.Flush();
        program.Operations = [.. program._operations];
        return program;
    }

    private void Compile(List<BinXmlNode> nodes, Stack<string> open, int at)
    {
        // Where the start tag of the innermost element begins, while it is made of literals alone.
        var pure = -1;
        while (at < nodes.Count)
        {
            var node = nodes[at++];
            switch (node.Kind)
            {
                case BinXmlNodeKind.OpenElement:
                    pure = _text.Length;
                    _text.WriteByte((byte)'<');
                    XmlCharacters.Write(_text, node.Text, inAttribute: true);
                    open.Push(node.Text);
                    break;

                case BinXmlNodeKind.Attribute:
                    var before = _operations.Count;
                    at = Attribute(nodes, at, node.Text);
                    if (_operations.Count > before)
                        pure = -1;
                    break;

                case BinXmlNodeKind.EndEmptyElement:
                    _text.Write("/>"u8);
                    open.Pop();
                    pure = -1;
                    break;

                case BinXmlNodeKind.CloseStart:
                    _text.WriteByte((byte)'>');
                    if (pure >= 0 && at + 1 < nodes.Count && nodes[at].Kind == BinXmlNodeKind.Substitution && nodes[at + 1].Kind == BinXmlNodeKind.EndElement)
                    {
                        Element(nodes[at].IsOptional ? XmlOperationKind.OptionalElement : XmlOperationKind.Element, pure, nodes[at].Index, open.Pop());
                        at += 2;
                    }

                    pure = -1;
                    break;

                case BinXmlNodeKind.EndElement:
                    EndTag(open.Pop());
                    break;

                case BinXmlNodeKind.Text:
                    XmlCharacters.Write(_text, node.Text, inAttribute: false);
                    break;

                case BinXmlNodeKind.Instruction:
                    _text.Write("<?"u8);
                    XmlCharacters.Write(_text, node.Text, inAttribute: false);
                    _text.Write("?>"u8);
                    break;

                case BinXmlNodeKind.Substitution:
                    Value(XmlOperationKind.Content, node.Index);
                    break;

                case BinXmlNodeKind.Instance:
                    Value(XmlOperationKind.Instance, node.Index);
                    break;

                default:
                    throw new InvalidOperationException($"unknown node {node.Kind}");
            }
        }
    }

    /// <returns>The node behind the attribute.</returns>
    private int Attribute(List<BinXmlNode> nodes, int at, string name)
    {
        var end = at;
        while (end < nodes.Count && nodes[end].Kind is BinXmlNodeKind.Text or BinXmlNodeKind.Substitution)
            end++;

        var isOptional = end == at + 1 && nodes[at] is { Kind: BinXmlNodeKind.Substitution, IsOptional: true };
        if (isOptional)
            Flush();
        _text.WriteByte((byte)' ');
        XmlCharacters.Write(_text, name, inAttribute: true);
        _text.Write("='"u8);
        if (isOptional)
        {
            var before = Take();
            _text.WriteByte((byte)'\'');
            _operations.Add(new(XmlOperationKind.OptionalAttribute, nodes[at].Index, before, Take()));
            return end;
        }

        for (; at < end; at++)
        {
            if (nodes[at].Kind == BinXmlNodeKind.Text)
                XmlCharacters.Write(_text, nodes[at].Text, inAttribute: true);
            else
                Value(XmlOperationKind.InAttribute, nodes[at].Index);
        }

        _text.WriteByte((byte)'\'');
        return end;
    }

    private void Element(XmlOperationKind kind, int start, int index, string name)
    {
        if (start > _pending)
            _operations.Add(new(XmlOperationKind.Literal, 0, (_pending, start - _pending)));
        _pending = start;
        var before = Take();
        EndTag(name);
        _operations.Add(new(kind, index, before, Take()));
    }

    private void EndTag(string name)
    {
        _text.Write("</"u8);
        XmlCharacters.Write(_text, name, inAttribute: true);
        _text.WriteByte((byte)'>');
    }

    private void Value(XmlOperationKind kind, int index) => _operations.Add(new(kind, index, Take()));

    private (int Start, int Length) Take()
    {
        var taken = (_pending, _text.Length - _pending);
        _pending = _text.Length;
        return taken;
    }

    private void Flush()
    {
        if (_text.Length > _pending)
            _operations.Add(new(XmlOperationKind.Literal, 0, Take()));
    }
}
