using System.Buffers;
using System.Text.Json;

namespace Aovpn.Codecs.Evtx;

/// <summary>The wanted records of one chunk as text, and what of the chunk could not be read.</summary>
internal sealed class RenderedChunk
{
    private readonly Utf8Buffer _xml = new();
    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly List<EvtxLoss> _losses = [];
    private Utf8JsonWriter? _writer;

    public int Records { get; private set; }

    public IReadOnlyList<EvtxLoss> Losses => _losses;

    public ReadOnlyMemory<byte> Text => _json.WrittenCount > 0 ? _json.WrittenMemory : _xml.WrittenMemory;

    public void Render(EvtxChunk chunk, EvtxFilter filter, EvtxForm form, bool isDirty)
    {
        Records = 0;
        _losses.Clear();
        _xml.Clear();
        _json.ResetWrittenCount();
        var renderer = new XmlRenderer(chunk);
        new ChunkWalk(chunk, filter, isDirty, _losses.Add).Run((content, frame) => form == EvtxForm.Xml ? Xml(chunk, renderer, content, frame) : Json(chunk, content, frame));
    }

    private BinXmlInstance Xml(EvtxChunk chunk, XmlRenderer renderer, BinXmlInstance content, RecordFrame frame)
    {
        var before = _xml.Length;
        renderer.WriteRecord(_xml, content);
        if (chunk.Budget.IsExhausted)
        {
            _xml.CutBack(before);
            Lost(EvtxLossReason.TooMuchWork, chunk, frame);
            return content;
        }

        _xml.WriteByte((byte)'\n');
        Records++;
        if (renderer.IsDamaged && !content.IsDamaged)
            Lost(EvtxLossReason.RecordPartly, chunk, frame);
        return content;
    }

    private BinXmlInstance Json(EvtxChunk chunk, BinXmlInstance content, RecordFrame frame)
    {
        var record = new EvtxRecord(chunk, content, frame);
        _writer ??= EvtxJson.Writer(_json);
        _writer.Reset();
        if (!record.WriteJson(_writer) && !content.IsDamaged)
            Lost(EvtxLossReason.RecordPartly, chunk, frame);
        _json.Write("\n"u8);
        Records++;
        return content;
    }

    private void Lost(EvtxLossReason reason, EvtxChunk chunk, RecordFrame frame) => _losses.Add(new(reason, chunk.Offset + frame.Offset, frame.Length));
}
