using Aovpn.Codecs.Evtx;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>What a damaged part of a binary log is, in one sentence.</summary>
public static class EvtxLossSentence
{
    public static Message Of(EvtxLoss loss) => loss.Reason switch
    {
        EvtxLossReason.FileHeaderDamaged => Message.Of($"the header of this event log is destroyed; its chunks were looked for and read all the same"),
        EvtxLossReason.FileHeaderChecksum => Message.Of($"the header of this event log does not agree with its checksum; its records were read without it"),
        EvtxLossReason.Truncated => Message.Of($"this event log ends at byte {loss.Offset}, {loss.Length} bytes before it should; the records before that were read: copy it again, or export it with wevtutil epl LOG FILE"),
        EvtxLossReason.ChunkMissing => Message.Of($"{loss.Length} bytes from byte {loss.Offset} on hold no records: they were zeroed, overwritten or never written; the records before and behind were read"),
        EvtxLossReason.ChunkHeaderDamaged => Message.Of($"the header of the chunk at byte {loss.Offset} is destroyed; its records were found by their signatures"),
        EvtxLossReason.ChunkChecksum => Message.Of($"the chunk at byte {loss.Offset} does not agree with its checksum; its records were read, and one of them may be wrong"),
        EvtxLossReason.RecordFrame => Message.Of($"{loss.Length} bytes from byte {loss.Offset} on are damaged, where one or more records should be; reading went on behind them"),
        EvtxLossReason.RecordContent => Message.Of($"the content of this record is damaged before its provider and event id; the records around it were read"),
        EvtxLossReason.RecordPartly => Message.Of($"a part of this record is damaged; what could be read of it was read"),
        EvtxLossReason.TooMuchWork => Message.Of($"this record expands beyond all measure, as no record of Windows does, and was left out"),
        _ => Message.Of($"this part of the event log cannot be read; the rest was read"),
    };
}
