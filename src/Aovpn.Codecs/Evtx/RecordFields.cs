using System.Buffers.Binary;
using System.Globalization;

namespace Aovpn.Codecs.Evtx;

/// <summary>Fields of <c>System</c> out of a record's template and values, and the judgement of a filter on them.</summary>
internal static class RecordFields
{
    public static string? Text(EvtxChunk chunk, BinXmlInstance record, EvtxField field)
    {
        var (index, text) = record.Template.System[field];
        if (index < 0)
            return text;
        var slot = record[index];
        return slot.IsNull ? null : BinXmlText.ToString(slot.Type, chunk.Bytes.Slice(slot.Offset, slot.Length));
    }

    public static ulong? Number(EvtxChunk chunk, BinXmlInstance record, EvtxField field)
    {
        var (index, text) = record.Template.System[field];
        if (index < 0)
            return ulong.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : null;
        var slot = record[index];
        var value = chunk.Bytes.Slice(slot.Offset, slot.Length);
        return (slot.Type, slot.Length) switch
        {
            (BinXmlType.UInt8 or BinXmlType.Int8, >= 1) => value[0],
            (BinXmlType.UInt16 or BinXmlType.Int16, >= 2) => BinaryPrimitives.ReadUInt16LittleEndian(value),
            (BinXmlType.UInt32 or BinXmlType.Int32 or BinXmlType.HexInt32, >= 4) => BinaryPrimitives.ReadUInt32LittleEndian(value),
            (BinXmlType.UInt64 or BinXmlType.Int64 or BinXmlType.HexInt64, >= 8) => BinaryPrimitives.ReadUInt64LittleEndian(value),
            (BinXmlType.String, _) when ulong.TryParse(BinXmlText.String(value), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }

    public static DateTime? Time(EvtxChunk chunk, BinXmlInstance record, EvtxField field)
    {
        var (index, text) = record.Template.System[field];
        if (index >= 0)
        {
            var slot = record[index];
            if (slot.Type == BinXmlType.FileTime && slot.Length >= 8)
                return BinXmlText.FileTime(BinaryPrimitives.ReadInt64LittleEndian(chunk.Bytes[slot.Offset..]));
            text = Text(chunk, record, field);
        }

        return Instant(text);
    }

    public static bool Matches(EvtxChunk chunk, BinXmlInstance record, RecordFrame frame, EvtxFilter filter)
    {
        if (filter.EventIds is { } ids && !(Number(chunk, record, EvtxField.EventId) is { } id && ids.Contains((int)id)))
            return false;
        if (filter.Provider is { } judge && !IsWanted(chunk, record, judge))
            return false;
        if (filter.EventId is { } both && !(Number(chunk, record, EvtxField.EventId) is { } one and <= int.MaxValue && both(Text(chunk, record, EvtxField.ProviderName) ?? "", (int)one)))
            return false;
        if (filter.RecordIds is { } range && !(Number(chunk, record, EvtxField.EventRecordId) is { } number && number >= range.First && number <= range.Last))
            return false;
        if (filter.Since is null && filter.Until is null)
            return true;
        var time = Time(chunk, record, EvtxField.TimeCreated) ?? BinXmlText.FileTime(BinaryPrimitives.ReadInt64LittleEndian(chunk.Bytes[(frame.Offset + 16)..]));
        return time is { } known && !(filter.Since is { } since && known < since.UtcDateTime) && !(filter.Until is { } until && known >= until.UtcDateTime);
    }

    private static bool IsWanted(EvtxChunk chunk, BinXmlInstance record, Func<string, bool> judge)
    {
        var template = record.Template;
        var (index, text) = template.System[EvtxField.ProviderName];
        if (index < 0)
            return template.IsProviderWanted ??= judge(text ?? Text(chunk, record, EvtxField.EventSourceName) ?? "");
        var slot = record[index];
        var value = chunk.Bytes.Slice(slot.Offset, slot.Length);
        return slot.Type == BinXmlType.String ? chunk.Wants(judge, BinXmlText.String(value)) : chunk.Wants(judge, Text(chunk, record, EvtxField.ProviderName) ?? "");
    }

    /// <summary>A time that a forwarded event has as text: nine digits of fraction, of which .NET reads seven.</summary>
    private static DateTime? Instant(string? text)
    {
        if (text is null)
            return null;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && text.Length > point + 8)
            text = text.EndsWith('Z') ? string.Concat(text.AsSpan(0, point + 8), "Z") : text[..(point + 8)];
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time) ? time : null;
    }
}
