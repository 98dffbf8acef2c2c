using System.Buffers.Text;

namespace Aovpn.Codecs.Nps;

/// <summary>
/// The record at which a reader stands, in the reader's own memory: valid until it reads on. Nothing is copied or decoded until it is
/// asked for; <see cref="ToRecord"/> makes a record that stays.
/// </summary>
public sealed class NpsRow
{
    private const int Most = 2048;

    // Of the database-compatible format only separators are kept; of the others, and of lines read with care, fields.
    private readonly List<NpsField> _careful = new(64);
    private bool _isCareful;

    internal NpsRow()
    {
    }

    public NpsLogFormat Format { get; private set; }

    /// <summary>First line, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Last line, included.</summary>
    public long LastLine { get; private set; }

    /// <summary>Byte offset of the first line's beginning.</summary>
    public long Offset { get; private set; }

    /// <summary>The record as written, without its line's end.</summary>
    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(Start, End - Start);

    internal byte[] Buffer { get; set; } = [];

    internal int Start { get; private set; }

    internal int End { get; private set; }

    /// <summary>Positions of separators or tags, as the readers of lines find them.</summary>
    internal int[] Marks { get; } = new int[Most];

    internal int Separators { get; private set; }

    internal int Fields { get; set; }

    internal int[] Ids { get; } = new int[Most];

    internal int[] Starts { get; } = new int[Most];

    internal int[] Lengths { get; } = new int[Most];

    internal NpsFieldForm[] Forms { get; } = new NpsFieldForm[Most];

    /// <summary>Scratch space of the careful readers.</summary>
    internal List<NpsField> Careful => _careful;

    /// <summary>The first value of an attribute as written, without quotation marks; empty when the record has none.</summary>
    public ReadOnlySpan<byte> this[NpsAttributeKey key] => Find(key, out var start, out var length, out _) ? Buffer.AsSpan(start, length) : [];

    /// <summary>The first value of an attribute, decoded; null when the record has none.</summary>
    public string? Text(NpsAttributeKey key) =>
        Find(key, out var start, out var length, out var form) ? NpsText.Decode(Buffer.AsSpan(start, length), form) : null;

    /// <summary>The first value of an attribute as a number; null when there is none or it is no number.</summary>
    public long? Number(NpsAttributeKey key) =>
        Find(key, out var start, out var length, out _) && Utf8Parser.TryParse(Buffer.AsSpan(start, length), out long number, out var used) && used == length ? number : null;

    /// <summary>A copy that stays when the reader goes on.</summary>
    public NpsRecord ToRecord() => new(Format, new(Line, LastLine, Offset), Bytes.ToArray(), Copied());

    internal void Set(NpsLogFormat format, NpsSpan at, int start, int end, int separators, int fields)
    {
        (Format, Line, LastLine, Offset, Start, End) = (format, at.Line, at.LastLine, at.Offset, start, end);
        (Separators, Fields, _isCareful) = (separators, fields, false);
    }

    /// <summary>Takes the fields from <see cref="Careful"/>.</summary>
    internal void SetCareful(NpsLogFormat format, NpsSpan at, int start, int end)
    {
        Set(format, at, start, end, 0, 0);
        _isCareful = true;
    }

    /// <summary>A column of the database-compatible format.</summary>
    /// <param name="column">From 0, at most <see cref="Separators"/>.</param>
    internal (int Start, int Length, bool IsQuoted) Cell(int column)
    {
        var start = column == 0 ? Start : Marks[column - 1] + 1;
        var end = column < Separators ? Marks[column] : End;
        return end - start >= 2 && Buffer[start] == '"' ? (start + 1, end - start - 2, true) : (start, end - start, false);
    }

    private bool Find(NpsAttributeKey key, out int start, out int length, out NpsFieldForm form)
    {
        (start, length, form) = (0, 0, NpsFieldForm.Plain);
        if (_isCareful)
            return FindCareful(key.Name, out start, out length, out form);
        if (Format is NpsLogFormat.Odbc)
        {
            if (key.Column > Separators)
                return false;
            (start, length, var isQuoted) = Cell(key.Column);
            form = isQuoted ? NpsFieldForm.DoubledQuotes : NpsFieldForm.Plain;
            return length > 0;
        }

        if (key.Id < 0)
            return false;
        var at = Ids.AsSpan(0, Fields).IndexOf(key.Id);
        if (at < 0)
            return false;
        (start, length, form) = (Starts[at], Lengths[at], Forms[at]);
        return true;
    }

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

    private NpsField[] Copied()
    {
        if (_isCareful)
            return [.. _careful];
        if (Format is not NpsLogFormat.Odbc)
        {
            var fields = new NpsField[Fields];
            for (var at = 0; at < fields.Length; at++)
                fields[at] = new(NpsAttributeIds.Name(Ids[at]), Starts[at] - Start, Lengths[at], Forms[at], 0);
            return fields;
        }

        Span<NpsField> found = new NpsField[NpsAttributeTable.Columns.Length];
        var count = 0;
        for (var column = 0; column <= Separators && column < found.Length; column++)
        {
            var (start, length, isQuoted) = Cell(column);
            if (length > 0)
                found[count++] = new(NpsAttributeTable.Columns[column], start - Start, length, isQuoted && Buffer.AsSpan(start, length).Contains((byte)'"') ? NpsFieldForm.DoubledQuotes : NpsFieldForm.Plain, 0);
        }

        return found[..count].ToArray();
    }
}
