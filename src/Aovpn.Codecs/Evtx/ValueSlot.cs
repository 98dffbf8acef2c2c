namespace Aovpn.Codecs.Evtx;

/// <summary>A value of a template instance: where in the chunk, how long, of which type.</summary>
internal readonly record struct ValueSlot(int Offset, int Length, byte Type)
{
    public bool IsNull => Type == BinXmlType.Null || (Length == 0 && Type is not (BinXmlType.String or BinXmlType.AnsiString));

    public bool IsArray => (Type & BinXmlType.Array) != 0;
}
