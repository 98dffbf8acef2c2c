using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// One record of an NPS accounting log, whatever its format: attributes by canonical name, an attribute as often as it was
/// written. Values are decoded when asked for.
/// </summary>
/// <remarks>Holds a copy of its bytes, at most <see cref="NpsLog.MaxRecord"/>.</remarks>
public sealed record NpsRecord : NpsLogEntry, INpsAttributes
{
    private byte[] _bytes;
    private NpsField[]? _fields;

    /// <param name="bytes">As written, and at least <see cref="NpsBlock.Length"/> behind it.</param>
    /// <param name="fields">Null where they are found when they are asked for.</param>
    internal NpsRecord(NpsLogFormat format, NpsSpan at, byte[] bytes, int length, NpsField[]? fields)
        : base(at.Line, at.LastLine, at.Offset)
    {
        Format = format;
        Length = length;
        _bytes = bytes;
        _fields = fields;
    }

    public NpsLogFormat Format { get; }

    /// <summary>Bytes that the record holds.</summary>
    public int Length { get; }

    private NpsField[] Fields => _fields ??= Row()?.Copied() ?? [];

    /// <summary>All attributes that have a value, in the order of the record.</summary>
    public ImmutableArray<NpsAttribute> Attributes =>
        [.. Fields.Select(one => new NpsAttribute(one.Name, Decode(one), Line + one.LinesDown))];

    /// <summary>The first value of an attribute; null when the record has none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (ref readonly var one in Fields.AsSpan())
            {
                if (one.Name == name)
                    return Decode(one);
            }

            return null;
        }
    }

    public string? Text(NpsAttributeKey key) => _fields is null ? Row()?.Text(key) : this[key.Name];

    public long? Number(NpsAttributeKey key) => _fields is null ? Row()?.Number(key) : Number(key.Name);

    /// <summary>Every value of an attribute, in the order of the record.</summary>
    public IEnumerable<string> All(string name) => Fields.Where(one => one.Name == name).Select(one => Decode(one));

    /// <summary>The first value of an attribute as a number; null when there is none or it is no number.</summary>
    public long? Number(string name)
    {
        foreach (ref readonly var one in Fields.AsSpan())
        {
            if (one.Name == name)
                return Utf8Parser.TryParse(Bytes(one), out long number, out var used) && used == one.Length ? number : null;
        }

        return null;
    }

    /// <summary>The line on which the first value of an attribute is; the record's first line when it has none.</summary>
    public long LineOf(string name)
    {
        foreach (ref readonly var one in Fields.AsSpan())
        {
            if (one.Name == name)
                return Line + one.LinesDown;
        }

        return Line;
    }

    public long LineOf(NpsAttributeKey key) => _fields is null ? Line : LineOf(key.Name);

    NpsRecord INpsAttributes.ToRecord() => this;

    /// <summary>Hands back the memory of a record that was borrowed (<see cref="NpsRow.Borrow"/>). Nothing is left of it.</summary>
    public void Return()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _fields) = ([], []);
    }

    private NpsRow? Row() => NpsRecordRows.Of(this, _bytes);

    private ReadOnlySpan<byte> Bytes(in NpsField field) => _bytes.AsSpan(field.Start, field.Length);

    private string Decode(in NpsField field) => NpsText.Decode(Bytes(field), field.Form);
}
