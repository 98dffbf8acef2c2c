namespace Aovpn.Codecs.Evtx;

/// <summary>The items of an array: strings end with NUL, all others have one width.</summary>
internal ref struct ArrayItems(ReadOnlySpan<byte> value, byte type)
{
    private readonly byte _type = (byte)(type & ~BinXmlType.Array);
    private ReadOnlySpan<byte> _rest = value;

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly ArrayItems GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        var (length, separator) = Next();
        Current = _rest[..length];
        _rest = _rest[(length + separator)..];
        return true;
    }

    private readonly (int Length, int Separator) Next()
    {
        switch (_type)
        {
            case BinXmlType.String:
                var units = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(_rest).IndexOf('\0');
                return units < 0 ? (_rest.Length, 0) : (units * 2, 2);

            case BinXmlType.AnsiString:
                var letters = _rest.IndexOf((byte)0);
                return letters < 0 ? (_rest.Length, 0) : (letters, 1);

            case BinXmlType.Sid when _rest.Length >= 8:
                return (Math.Min(_rest.Length, 8 + (4 * _rest[1])), 0);

            default:
                var width = BinXmlType.Width(_type, _rest.Length);
                return (width == 0 ? _rest.Length : Math.Min(width, _rest.Length), 0);
        }
    }
}
