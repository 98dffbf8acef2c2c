using System.Buffers.Binary;

namespace Aovpn.Codecs.Evtx;

/// <summary>Goes through the records of one chunk: hands on those that a filter wants, tells of what cannot be read.</summary>
internal sealed class ChunkWalk(EvtxChunk chunk, EvtxFilter filter, bool isDirty, Action<EvtxLoss> lost)
{
    private BinXmlInstance _content = new();

    /// <param name="take">Takes a record's content and place; returns the instance to use for the next record.</param>
    public void Run(Func<BinXmlInstance, RecordFrame, BinXmlInstance> take)
    {
        // The header of a log in use is older than its records.
        var isSuspect = chunk.HasHeader && !chunk.AgreesWithChecksums();
        var hasGap = false;
        var frames = new RecordFrames(chunk);
        while (true)
        {
            var frame = frames.Next(out var isEnd);
            if (isEnd)
                break;
            if (frame is { } found)
            {
                Record(found, take);
                hasGap |= !found.IsSound;
                continue;
            }

            if (frames.Gap.Length == 0)
                break;
            hasGap = true;
            lost(new(EvtxLossReason.RecordFrame, chunk.Offset + frames.Gap.Offset, frames.Gap.Length));
        }

        if (isSuspect && (hasGap || !isDirty))
            lost(new(EvtxLossReason.ChunkChecksum, chunk.Offset, chunk.Bytes.Length));
    }

    private void Record(RecordFrame frame, Func<BinXmlInstance, RecordFrame, BinXmlInstance> take)
    {
        chunk.Budget.BeginRecord();
        if (!chunk.ReadContent(frame.ContentStart, frame.ContentEnd, _content) || !IsEvent())
        {
            var reason = chunk.Budget.IsExhausted ? EvtxLossReason.TooMuchWork : EvtxLossReason.RecordContent;
            lost(new(reason, chunk.Offset + frame.Offset, frame.Length, BinaryPrimitives.ReadUInt64LittleEndian(chunk.Bytes[(frame.Offset + 8)..])));
            return;
        }

        if (_content.IsDamaged)
            lost(new(EvtxLossReason.RecordPartly, chunk.Offset + frame.Offset, frame.Length, RecordFields.Number(chunk, _content, EvtxField.EventRecordId)));
        filter.Counted?.Invoke();
        if (filter.IsOpen || RecordFields.Matches(chunk, _content, frame, filter))
            _content = take(_content, frame);
    }

    private bool IsEvent()
    {
        var system = _content.Template.System;
        return system.HasSystem && (Has(system[EvtxField.EventId]) || Has(system[EvtxField.EventRecordId]) || Has(system[EvtxField.ProviderName]));
    }

    private bool Has((int Index, string? Text) place) => place.Text is not null || (place.Index >= 0 && !_content[place.Index].IsNull);
}
