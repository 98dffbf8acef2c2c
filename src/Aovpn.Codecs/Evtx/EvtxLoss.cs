namespace Aovpn.Codecs.Evtx;

/// <summary>A part of an event log that could not be read, or not wholly.</summary>
/// <param name="Offset">Byte of the file.</param>
/// <param name="Length">Bytes.</param>
/// <param name="RecordId">Of the record, where one is concerned and its number is known.</param>
public readonly record struct EvtxLoss(EvtxLossReason Reason, long Offset, long Length, ulong? RecordId = null)
{
    /// <summary>Whether records, or parts of them, are gone; otherwise something is to be read with care.</summary>
    public bool IsLoss => Reason is not (EvtxLossReason.FileHeaderDamaged or EvtxLossReason.FileHeaderChecksum or EvtxLossReason.ChunkChecksum);
}
