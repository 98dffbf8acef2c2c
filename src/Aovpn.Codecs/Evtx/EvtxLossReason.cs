namespace Aovpn.Codecs.Evtx;

/// <summary>Why a part of an event log was not read, or is to be read with care.</summary>
public enum EvtxLossReason
{
    /// <summary>The file does not begin with <c>ElfFile</c>; its chunks were looked for all the same.</summary>
    FileHeaderDamaged,

    /// <summary>The file's header does not agree with its checksum.</summary>
    FileHeaderChecksum,

    /// <summary>The file ends inside of a chunk.</summary>
    Truncated,

    /// <summary>A place for a chunk does not hold one: overwritten, or never written.</summary>
    ChunkMissing,

    /// <summary>A chunk's header is destroyed; its records were looked for by their signatures.</summary>
    ChunkHeaderDamaged,

    /// <summary>A chunk's header or records do not agree with their checksum. Its records were read; one of them may be wrong.</summary>
    ChunkChecksum,

    /// <summary>A record's frame (signature, size, repeated size) is damaged; reading went on at the next signature.</summary>
    RecordFrame,

    /// <summary>A record's content cannot be read: neither its provider nor its event id.</summary>
    RecordContent,

    /// <summary>A record was read as far as its content is sound.</summary>
    RecordPartly,

    /// <summary>A record, or its chunk, expands beyond all measure, as only made-up files do.</summary>
    TooMuchWork,
}
