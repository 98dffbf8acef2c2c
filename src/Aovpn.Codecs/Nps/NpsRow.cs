using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// The record at which a reader stands, in the reader's own memory: valid until it reads on. Nothing is copied or decoded until it is
/// asked for; <see cref="ToRecord"/> makes a record that stays.
/// </summary>
public sealed class NpsRow : INpsAttributes
{
    private const int Most = 2048;

    /// <summary>Attributes that are looked for among the bits; who asks for more gets all positions, and of so many rows behind this one at once.</summary>
    private const int MostAsked = 6, RowsMarked = 64;

    // Of lines read fast only separators and tags are kept, and the attributes between them; of lines read with care, fields.
    private readonly List<NpsField> _careful = new(64);
    private readonly NpsTextCache _texts = new();
    private bool _isCareful;
    private NpsField[] _copied = [];

    // Of a row whose separators are still bits: how often it was asked, and where what is known of it at once begins: packet type and reason of the
    // database-compatible format, pairs of the IAS format.
    private NpsLineIndex? _index;
    private NpsWindow _window = new();
    private long _line;
    private long _lastLine;
    private int _asked, _marked, _first, _firstLength, _second, _secondLength;

    internal NpsRow()
    {
    }

    public NpsLogFormat Format { get; private set; }

    /// <summary>First line, from 1.</summary>
    public long Line => _window.LinesBefore + _line;

    /// <summary>Last line, included.</summary>
    public long LastLine => _window.LinesBefore + _lastLine;

    /// <summary>Byte offset of the first line's beginning.</summary>
    public long Offset { get; private set; }

    /// <summary>The record as written, without its line's end.</summary>
    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(Start, End - Start);

    internal byte[] Buffer { get; private set; } = [];

    internal int Start { get; private set; }

    internal int End { get; private set; }

    /// <summary>Positions of separators or tags, as the readers of lines find them.</summary>
    internal int[] Marks { get; } = new int[Most];

    internal int Separators { get; private set; }

    /// <summary>Attributes of the IAS and XML formats; of the former, the header's first.</summary>
    internal int Fields { get; set; }

    internal int[] Ids { get; } = new int[Most];

    /// <summary>Scratch space of the careful readers.</summary>
    internal List<NpsField> Careful => _careful;

    /// <summary>Whether any attribute has a value.</summary>
    internal bool HasValue()
    {
        for (var at = 0; at < Fields; at++)
        {
            if (Ids[at] != NpsAttributeIds.Secret && Field(at).Length > 0)
                return true;
        }

        return false;
    }

    /// <summary>The first value of an attribute as written, without quotation marks; empty when the record has none.</summary>
    public ReadOnlySpan<byte> this[NpsAttributeKey key] => Find(key, out var start, out var length) ? Buffer.AsSpan(start, length) : [];

    /// <summary>The first value of an attribute, decoded; null when the record has none.</summary>
    public string? Text(NpsAttributeKey key) =>
        Find(key, out var start, out var length, out var form) ? _texts.Decode(Buffer.AsSpan(start, length), form) : null;

    /// <summary>The first value of an attribute as a number; null when there is none or it is no number.</summary>
    public long? Number(NpsAttributeKey key) =>
        Find(key, out var start, out var length) && Utf8Parser.TryParse(Buffer.AsSpan(start, length), out long number, out var used) && used == length ? number : null;

    public long LineOf(NpsAttributeKey key) => _isCareful && _careful.Find(field => field.Name == key.Name) is { Name: not null } field ? Line + field.LinesDown : Line;

    /// <summary>A copy that stays when the reader goes on.</summary>
    public NpsRecord ToRecord() => CopiedTo(GC.AllocateUninitializedArray<byte>(End - Start + NpsBlock.Length));

    /// <summary>The same in memory that is handed back by <see cref="NpsRecord.Return"/>, once nobody has the record any more.</summary>
    public NpsRecord Borrow() => CopiedTo(ArrayPool<byte>.Shared.Rent(End - Start + NpsBlock.Length));

    private NpsRecord CopiedTo(byte[] room)
    {
        var length = End - Start;
        Bytes.CopyTo(room);
        room.AsSpan(length, NpsBlock.Length).Clear();
        return new(Format, new(Line, LastLine, Offset), room, length, _isCareful ? Copied() : null);
    }

    internal void Begin(NpsWindow window) => (_window, Buffer) = (window, window.Bytes);

    internal void Set(NpsLogFormat format, in NpsSpan at, int start, int end, int separators, int fields)
    {
        (Format, _line, _lastLine, Offset, Start, End) = (format, at.Line, at.LastLine, at.Offset, start, end);
        (Separators, Fields, _index, _isCareful) = (separators, fields, null, false);
    }

    /// <summary>Where separators are is found when it is asked for.</summary>
    /// <param name="first">Of the database-compatible format the packet type, of the IAS format the first pair.</param>
    /// <param name="second">Of the database-compatible format the reason.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SetUsual(NpsLineIndex index, int first, int firstLength, int second, int secondLength) =>
        (_index, _asked, _first, _firstLength, _second, _secondLength) = (index, _marked > 0 ? MostAsked : 0, first, firstLength, second, secondLength);

    /// <summary>Takes the fields from <see cref="Careful"/>.</summary>
    internal void SetCareful(NpsLogFormat format, in NpsSpan at, int start, int end)
    {
        Set(format, at, start, end, 0, 0);
        _isCareful = true;
    }

    /// <summary>What stands between two separators.</summary>
    /// <param name="column">From 0, at most <see cref="Separators"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (int Start, int Length, bool IsQuoted) Cell(int column)
    {
        var start = column == 0 ? Start : Marks[column - 1] + 1;
        var end = column < Separators ? Marks[column] : End;
        return Unquoted(start, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Start, int Length, bool IsQuoted) Unquoted(int start, int end) =>
        end - start >= 2 && Buffer[start] == '"' ? (start + 1, end - start - 2, true) : (start, end - start, false);

    /// <summary>All positions.</summary>
    private void MarkAll()
    {
        if (_index is null)
            return;
        _index.Mark(Marks);
        _index = null;
        if (Format is NpsLogFormat.Ias)
            IasRow.Identify(this);
    }

    internal ReadOnlySpan<byte> CellText(int column)
    {
        var (start, length, _) = Cell(column);
        return Buffer.AsSpan(start, length);
    }

    /// <summary>An attribute of the IAS or XML format.</summary>
    private (int Start, int Length, bool IsQuoted) Field(int field)
    {
        if (Format is NpsLogFormat.Ias)
            return Cell(field < IasRow.Header ? field : 2 * field - IasRow.Header + 1);
        var (open, close, next) = (Marks[2 * field + 1], Marks[2 * field + 2], Marks[2 * field + 3]);
        var start = open + 1 + (next - close - 3) + DtsRow.TypeLength;
        return (start, close - start, false);
    }

    private NpsFieldForm Form(int id, int start, int length, bool isQuoted)
    {
        var written = Buffer.AsSpan(start, length);
        return Format switch
        {
            NpsLogFormat.Dts => written.Contains((byte)'&') ? NpsFieldForm.Entities : NpsFieldForm.Plain,
            _ when isQuoted && written.Contains((byte)'"') => NpsFieldForm.DoubledQuotes,
            NpsLogFormat.Odbc => NpsFieldForm.Plain,
            _ => NpsAttributeIds.IasForm(id),
        };
    }

    /// <summary>For who does not ask how it is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Find(in NpsAttributeKey key, out int start, out int length)
    {
        if (_index is not { } index || !FindUnmarked(index, key, out var place))
            return Find(key, out start, out length, out _);
        (start, length, _) = place;
        return length > 0;
    }

    private bool Find(in NpsAttributeKey key, out int start, out int length, out NpsFieldForm form)
    {
        (start, length, form) = (0, 0, NpsFieldForm.Plain);
        var isQuoted = false;
        if (_isCareful)
            return FindCareful(key.Name, out start, out length, out form);
        if (_index is { } index && FindUnmarked(index, key, out var place))
        {
            (start, length, isQuoted) = place;
            form = Form(key.Id, start, length, isQuoted);
            return length > 0;
        }

        MarkAll();
        if (key.Id < 0)
            return FindUnknown(key.Name, out start, out length, out form);
        if (Format is NpsLogFormat.Odbc)
        {
            if (key.Id >= NpsAttributeTable.ColumnCount || key.Id > Separators)
                return false;
            (start, length, isQuoted) = Cell(key.Id);
        }
        else
        {
            for (var field = 0; length == 0; field++)
            {
                var found = Ids.AsSpan(field, Fields - field).IndexOf(key.Id);
                if (found < 0)
                    return false;
                field += found;
                (start, length, isQuoted) = Field(field);
            }
        }

        if (length == 0)
            return false;
        form = Form(key.Id, start, length, isQuoted);
        return true;
    }

    /// <returns>False for an attribute that is not found so; what is not there is found without a length.</returns>
    private bool FindUnmarked(NpsLineIndex index, in NpsAttributeKey key, out (int Start, int Length, bool IsQuoted) place)
    {
        place = default;
        if (_asked++ >= MostAsked)
        {
            _marked = _marked == 0 ? RowsMarked : _marked - 1;
            return false;
        }

        if (Format is NpsLogFormat.Ias)
            return FindPair(index, key.Digits, ref place);
        if ((uint)key.Id >= NpsAttributeTable.ColumnCount)
            return false;
        if (key.Id > Separators)
            return true;
        if (OdbcRow.IsKnown(key.Id))
        {
            place = OdbcRow.IsReason(key.Id) ? (_second, _secondLength, false) : (_first, _firstLength, false);
            return true;
        }

        var start = key.Id == 0 ? Start : index.Separator(key.Id - 1) + 1;
        place = Unquoted(start, index.Next(start, End));
        return true;
    }

    private bool FindPair(NpsLineIndex index, uint digits, ref (int Start, int Length, bool IsQuoted) place)
    {
        if (digits == 0)
            return false;
        for (var at = _first; (at = NpsBlock.FindFour(Buffer, at, End, digits)) >= 0; at++)
        {
            if (!index.IsBeforeNumber(at - 1))
                continue;
            var start = at + sizeof(uint) + 1;
            place = Unquoted(start, index.Next(start, End));
            if (place.Length > 0)
                break;
        }

        return true;
    }

    private bool FindUnknown(string name, out int start, out int length, out NpsFieldForm form)
    {
        for (var field = 0; field < Fields; field++)
        {
            if (Ids[field] != NpsAttributeIds.None || Name(field) != name)
                continue;
            (start, length, var isQuoted) = Field(field);
            form = Form(NpsAttributeIds.None, start, length, isQuoted);
            if (length > 0)
                return true;
        }

        (start, length, form) = (0, 0, NpsFieldForm.Plain);
        return false;
    }

    /// <summary>Of an attribute of the IAS or XML format.</summary>
    private string Name(int field) =>
        Ids[field] is >= 0 and var id ? NpsAttributeIds.Name(id) : Format is NpsLogFormat.Ias ? IasRow.Written(this, field) : DtsRow.Written(this, field);

    private bool FindCareful(string name, out int start, out int length, out NpsFieldForm form)
    {
        foreach (var field in _careful)
        {
            if (field.Name != name)
                continue;
            (start, length, form) = (Start + field.Start, field.Length, field.Form);
            return true;
        }

        (start, length, form) = (0, 0, NpsFieldForm.Plain);
        return false;
    }

    /// <summary>All attributes that have a value.</summary>
    internal NpsField[] Copied()
    {
        if (_isCareful)
            return [.. _careful];
        MarkAll();
        var isOdbc = Format is NpsLogFormat.Odbc;
        var most = isOdbc ? Math.Min(Separators + 1, NpsAttributeTable.ColumnCount) : Fields;
        if (_copied.Length < most)
            _copied = new NpsField[Math.Max(most, 2 * _copied.Length)];
        var count = 0;
        for (var at = 0; at < most; at++)
        {
            var id = isOdbc ? at : Ids[at];
            var (start, length, isQuoted) = isOdbc ? Cell(at) : Field(at);
            if (id != NpsAttributeIds.Secret && length > 0)
                _copied[count++] = new(isOdbc ? NpsAttributeIds.Name(id) : Name(at), start - Start, length, Form(id, start, length, isQuoted), 0);
        }

        return _copied[..count];
    }
}
