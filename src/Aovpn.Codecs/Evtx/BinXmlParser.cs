using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Aovpn.Codecs.Evtx;

/// <summary>
/// Parses binary XML into nodes: the body of a template, or a fragment written out. Whatever the bytes, the nodes are balanced: what
/// is open where the bytes stop making sense is closed, and <see cref="IsDamaged"/> is set.
/// </summary>
/// <param name="inTemplate">Elements have a dependency id inside of template definitions, and nowhere else.</param>
internal ref struct BinXmlParser(EvtxChunk chunk, int start, int end, bool inTemplate)
{
    private const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _bytes = chunk.Bytes[..end];
    private int _at = start;

    public List<BinXmlNode> Nodes { get; } = [];

    public bool IsDamaged { get; private set; }

    /// <summary>Where parsing ended: behind the token End, or at the first byte that makes no sense.</summary>
    public readonly int Position => _at;

    public void Parse()
    {
        var depth = 0;
        var inStartTag = false;
        while (_at < _bytes.Length && !IsDamaged)
        {
            var token = _bytes[_at];
            var kind = (byte)(token & ~BinXmlToken.More);
            if (token == BinXmlToken.End)
            {
                _at++;
                break;
            }

            if (!chunk.Budget.Spend(8))
            {
                IsDamaged = true;
                break;
            }

            switch (kind)
            {
                case BinXmlToken.FragmentHeader:
                    Skip(4);
                    break;

                case BinXmlToken.OpenStartElement when !inStartTag && depth < MaxDepth && OpenElement(token):
                    depth++;
                    inStartTag = true;
                    break;

                case BinXmlToken.Attribute when inStartTag && NameAt(_at + 1, out var next) is { } name && !HasAttribute(name):
                    Nodes.Add(new(BinXmlNodeKind.Attribute, name));
                    _at = next;
                    break;

                case BinXmlToken.CloseStartElement when inStartTag:
                    Nodes.Add(new(BinXmlNodeKind.CloseStart));
                    inStartTag = false;
                    _at++;
                    break;

                case BinXmlToken.CloseEmptyElement when inStartTag:
                    Nodes.Add(new(BinXmlNodeKind.EndEmptyElement));
                    inStartTag = false;
                    depth--;
                    _at++;
                    break;

                case BinXmlToken.EndElement when depth > 0 && !inStartTag:
                    Nodes.Add(new(BinXmlNodeKind.EndElement));
                    depth--;
                    _at++;
                    break;

                default:
                    Content(kind, inStartTag);
                    break;
            }
        }

        IsDamaged |= depth > 0;
        for (; depth > 0; depth--)
        {
            Nodes.Add(new(inStartTag ? BinXmlNodeKind.EndEmptyElement : BinXmlNodeKind.EndElement));
            inStartTag = false;
        }
    }

    /// <summary>Whether the start tag that is open has an attribute of that name; XML forbids a second one.</summary>
    private readonly bool HasAttribute(string name)
    {
        for (var at = Nodes.Count - 1; at >= 0 && Nodes[at].Kind != BinXmlNodeKind.OpenElement; at--)
        {
            if (Nodes[at].Kind == BinXmlNodeKind.Attribute && Nodes[at].Text == name)
                return true;
        }

        return false;
    }

    private void Content(byte kind, bool inStartTag)
    {
        // Between an element's name and its first attribute nothing stands.
        if (inStartTag && Nodes[^1].Kind == BinXmlNodeKind.OpenElement)
        {
            IsDamaged = true;
            return;
        }

        switch (kind)
        {
            case BinXmlToken.Value when _at + 2 <= _bytes.Length:
                Value(_bytes[_at + 1]);
                break;

            case BinXmlToken.CData:
                CountedText(_at + 1);
                break;

            case BinXmlToken.CharacterReference when _at + 3 <= _bytes.Length:
                Nodes.Add(new(BinXmlNodeKind.Text, ((char)UInt16(_at + 1)).ToString()));
                _at += 3;
                break;

            case BinXmlToken.EntityReference when NameAt(_at + 1, out var next) is { } entity:
                Nodes.Add(new(BinXmlNodeKind.Text, Entity(entity)));
                _at = next;
                break;

            case BinXmlToken.InstructionTarget when !inStartTag && NameAt(_at + 1, out var next) is { } target:
                _at = next;
                ProcessingInstruction(target);
                break;

            case BinXmlToken.NormalSubstitution or BinXmlToken.OptionalSubstitution when _at + 4 <= _bytes.Length:
                Nodes.Add(new(BinXmlNodeKind.Substitution, "", UInt16(_at + 1), kind == BinXmlToken.OptionalSubstitution));
                _at += 4;
                break;

            case BinXmlToken.TemplateInstance when !inStartTag:
                Nodes.Add(new(BinXmlNodeKind.Instance, "", _at));
                if (BinXmlInstance.Skip(chunk, _at, _bytes.Length) is { } behind)
                    _at = behind;
                else
                    IsDamaged = true;
                break;

            default:
                IsDamaged = true;
                break;
        }
    }

    /// <summary>
    /// Token, [dependency id], size of the element, name, [size of the attributes]. Some writers leave the dependency id out or put it
    /// in against the rule; the size tells, because it ends inside of the fragment.
    /// </summary>
    private bool OpenElement(byte token)
    {
        var withId = inTemplate;
        if (!IsElementAt(_at + 1 + (withId ? 2 : 0)))
        {
            withId = !withId;
            if (!IsElementAt(_at + 1 + (withId ? 2 : 0)))
                return false;
        }

        if (NameAt(_at + 1 + (withId ? 2 : 0) + 4, out var next) is not { } name)
            return false;
        Nodes.Add(new(BinXmlNodeKind.OpenElement, name));
        _at = next;
        if ((token & BinXmlToken.More) != 0)
            Skip(4);
        return true;
    }

    private readonly bool IsElementAt(int size)
    {
        if (size + 8 > _bytes.Length)
            return false;
        var name = UInt32(size + 4);
        // A live log's last record may be cut before its element ends: sizes up to the chunk's end are taken.
        return UInt32(size) <= chunk.Bytes.Length - size && name >= EvtxChunk.HeaderUsed && name < chunk.Bytes.Length;
    }

    /// <summary>A name's place; the name itself follows where the place is here, and may be skipped.</summary>
    private readonly string? NameAt(int reference, out int next)
    {
        next = reference + 4;
        if (next > _bytes.Length)
            return null;
        var place = UInt32(reference);
        if (place >= chunk.Bytes.Length || chunk.Name((int)place) is not { } name)
            return null;
        if (place == next)
            next += 8 + (name.Length * 2) + 2;
        return next <= _bytes.Length ? name : null;
    }

    private void Value(byte type)
    {
        if (type == BinXmlType.String)
        {
            CountedText(_at + 2);
            return;
        }

        var width = BinXmlType.Width(type, 8);
        if (type == BinXmlType.AnsiString && _at + 4 <= _bytes.Length)
            width = 2 + UInt16(_at + 2);
        if (type == BinXmlType.Sid && _at + 4 <= _bytes.Length)
            width = 8 + (4 * _bytes[_at + 3]);
        if (width == 0 || (type & BinXmlType.Array) != 0 || _at + 2 + width > _bytes.Length)
        {
            IsDamaged = true;
            return;
        }

        var value = type == BinXmlType.AnsiString ? _bytes.Slice(_at + 4, width - 2) : _bytes.Slice(_at + 2, width);
        Nodes.Add(new(BinXmlNodeKind.Text, BinXmlText.ToString(type, value)));
        _at += 2 + width;
    }

    private void ProcessingInstruction(string target)
    {
        if (_at < _bytes.Length && _bytes[_at] == BinXmlToken.InstructionData)
        {
            CountedText(_at + 1);
            if (IsDamaged)
                return;
            target = $"{target} {Nodes[^1].Text}";
            Nodes.RemoveAt(Nodes.Count - 1);
        }

        Nodes.Add(new(BinXmlNodeKind.Instruction, target));
    }

    private void CountedText(int count)
    {
        if (count + 2 > _bytes.Length || count + 2 + (UInt16(count) * 2) is var end && end > _bytes.Length)
        {
            IsDamaged = true;
            return;
        }

        Nodes.Add(new(BinXmlNodeKind.Text, new string(MemoryMarshal.Cast<byte, char>(_bytes[(count + 2)..end]))));
        chunk.Budget.Spend(end - count);
        _at = end;
    }

    private void Skip(int length)
    {
        _at += length;
        IsDamaged |= _at > _bytes.Length;
    }

    private readonly ushort UInt16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[at..]);

    private readonly uint UInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[at..]);

    private static string Entity(string name) => name switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        _ when name.StartsWith('#') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 => ((char)code).ToString(),
        _ => $"&{name};",
    };
}
