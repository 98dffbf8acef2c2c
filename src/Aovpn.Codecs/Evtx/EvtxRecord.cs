using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Aovpn.Codecs.Evtx;

/// <summary>
/// A record of an event log. Its fields are read where they stand and nothing is rendered before it is asked for. It keeps its chunk of
/// 64 KiB; records of one chunk must not be used by two threads at once.
/// </summary>
public sealed class EvtxRecord
{
    private readonly EvtxChunk _chunk;
    private readonly BinXmlInstance _content;
    private readonly RecordFrame _frame;

    internal EvtxRecord(EvtxChunk chunk, BinXmlInstance content, RecordFrame frame) => (_chunk, _content, _frame) = (chunk, content, frame);

    /// <summary>Byte of the file at which the record begins.</summary>
    public long Offset => _chunk.Offset + _frame.Offset;

    /// <summary>Bytes.</summary>
    public int Length => _frame.Length;

    /// <summary>EventRecordID. The number in the record's own header is another one in exported and forwarded logs; it stands in only where the event has none.</summary>
    public ulong RecordId => RecordFields.Number(_chunk, _content, EvtxField.EventRecordId) ?? BinaryPrimitives.ReadUInt64LittleEndian(_chunk.Bytes[(_frame.Offset + 8)..]);

    /// <summary>TimeCreated in UTC; the time at which the record was written where the event has none; null where neither is a time.</summary>
    public DateTime? Time => RecordFields.Time(_chunk, _content, EvtxField.TimeCreated)
        ?? BinXmlText.FileTime(BinaryPrimitives.ReadInt64LittleEndian(_chunk.Bytes[(_frame.Offset + 16)..]));

    /// <summary>Without qualifiers; null where the event does not say.</summary>
    public int? EventId => RecordFields.Number(_chunk, _content, EvtxField.EventId) is { } id and <= int.MaxValue ? (int)id : null;

    /// <summary>The provider's name; empty where the event has none.</summary>
    public string Provider => this[EvtxField.ProviderName] is { Length: > 0 } name ? name : this[EvtxField.EventSourceName] ?? "";

    /// <summary>A part of the content is missing. What is damaged deeper inside shows only when the record is rendered or <see cref="ToElement"/> is asked.</summary>
    public bool IsDamaged { get; private set; }

    /// <returns>A field of System as text; null when it is not there.</returns>
    public string? this[EvtxField field] => RecordFields.Text(_chunk, _content, field);

    /// <summary>Writes the event as XML on one line without a line feed, as Windows does: attributes in single quotes, no white space between elements.</summary>
    /// <returns>False where something is missing; nothing is written when the record expands beyond all measure.</returns>
    public bool WriteXml(IBufferWriter<byte> output)
    {
        var buffer = new Utf8Buffer();
        WriteXml(buffer);
        buffer.CopyTo(output);
        return !IsDamaged;
    }

    public string ToXml()
    {
        var buffer = new Utf8Buffer();
        WriteXml(buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    /// <summary>Writes the event as one JSON object on one line, see <see cref="EvtxJson"/>.</summary>
    /// <returns>False where something is missing.</returns>
    public bool WriteJson(IBufferWriter<byte> output)
    {
        using var json = EvtxJson.Writer(output);
        return WriteJson(json);
    }

    internal bool WriteJson(Utf8JsonWriter json)
    {
        EvtxJson.Write(this, json);
        return !IsDamaged;
    }

    /// <returns>The element Event with all its values; null when the record expands beyond all measure.</returns>
    public EvtxElement? ToElement()
    {
        _chunk.Budget.BeginRecord();
        var builder = new TreeBuilder(_chunk);
        var element = builder.Build(_content);
        IsDamaged |= builder.IsDamaged || _content.IsDamaged;
        return _chunk.Budget.IsExhausted ? null : element;
    }

    private void WriteXml(Utf8Buffer buffer)
    {
        _chunk.Budget.BeginRecord();
        var renderer = new XmlRenderer(_chunk);
        renderer.WriteRecord(buffer, _content);
        IsDamaged |= renderer.IsDamaged;
        if (_chunk.Budget.IsExhausted)
            buffer.Clear();
    }
}
