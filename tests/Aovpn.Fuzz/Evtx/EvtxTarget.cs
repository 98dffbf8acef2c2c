using System.Collections.Frozen;
using System.IO.Hashing;
using System.Text.Json;
using System.Xml;
using Aovpn.Codecs.Evtx;
using Aovpn.Generators.Evtx;

namespace Aovpn.Fuzz.Evtx;

/// <summary>Event logs: every form of output, checked for being well-formed, and the filter against reading all.</summary>
internal sealed class EvtxTarget : IFuzzTarget
{
    private const int FileHeader = 4096, ChunkSize = EvtxChunkWriter.Size, HeaderUsed = 128, ChunkHeader = 512, SampleCount = 24, DeepestJson = 256;

    public string Name => "evtx";

    public int MaxLength => FileHeader + (2 * ChunkSize) + 1024;

    /// <summary>Tokens of binary XML as they follow each other.</summary>
    public IReadOnlyList<byte[]> Words { get; } =
    [
        [0x0F, 1, 1, 0], [0x0F, 1, 1, 0, 0x0C, 1], [0x01, 0xFF, 0xFF], [0x41, 0xFF, 0xFF], [0x02], [0x03], [0x04], [0x05, 0x01], [0x06], [0x46], [0x07, 3, 0, 65, 0, 66, 0, 67, 0], [0x08, 65, 0], [0x09],
        [0x0A], [0x0B], [0x0D, 0, 0, 0x01], [0x0D, 13, 0, 0x21], [0x0E, 0, 0, 0x81], [0x00], [0x2A, 0x2A, 0, 0],
    ];

    public IEnumerable<byte[]> Seeds()
    {
        yield return EvtxSamples.Client().ToArray();
        yield return EvtxSamples.Mixed().ToArray();
        var two = new EvtxWriter(room: ChunkSize - 2048) { Unannounced = 1, IsDirty = true };
        for (var index = 0; index < 4; index++)
            two.Add(EvtxSamples.RasClient(20227, (ulong)index, index, "CORP\\alice", "AlwaysOn", "809"));
        yield return two.ToArray()[..(FileHeader + (2 * ChunkSize))];
        var random = new Random(1);
        for (var index = 0; index < SampleCount; index++)
            yield return OddEvents.Log(random);
    }

    public IReadOnlyList<Range> Focus(byte[] input)
    {
        var places = new List<Range> { 0..Math.Min(HeaderUsed, input.Length) };
        for (var at = FileHeader; at + ChunkHeader < input.Length; at += ChunkSize)
        {
            var records = (at + ChunkHeader)..Math.Min(input.Length, EvtxRecordMutation.UsedEnd(input, at));
            places.AddRange([at..(at + HeaderUsed), records, records, records, records, records, records]);
        }

        return places;
    }

    public byte[]? Mutate(byte[] input, Random random) => random.Next(64) == 0 ? OddEvents.Log(random) : EvtxRecordMutation.Change(input, random);

    public byte[] Repair(byte[] input, Random random)
    {
        for (var at = FileHeader; at + ChunkSize <= input.Length; at += ChunkSize)
            EvtxRecordMutation.RepairFrames(input.AsSpan(at, ChunkSize), random);
        return EvtxWriter.Repaired(input);
    }

    /// <summary>One form of output for each input, so that an input is not four times as slow as its reader.</summary>
    public bool Run(byte[] input)
    {
        if (!EvtxFile.IsEvtx(input))
            return false;
        var reached = 0;
        return (Crc32.HashToUInt32(input) & 3) switch
        {
            0 => Xml(input, Lost) + reached > 0,
            1 => Json(input, Lost) + reached > 0,
            2 => Elements(input, Lost) + reached > 0,
            _ => Chosen(input, Lost) + reached > 0,
        };

        void Lost(EvtxLoss loss) => reached += loss.Reason is EvtxLossReason.RecordContent or EvtxLossReason.RecordPartly or EvtxLossReason.TooMuchWork or EvtxLossReason.RecordFrame ? 1 : 0;
    }

    private static long Xml(byte[] input, Action<EvtxLoss> lost)
    {
        var xml = new MemoryStream();
        var all = new EvtxExport(EvtxFilter.All, EvtxForm.Xml);
        all.Write(new MemoryStream(input), xml, lost);
        xml.Position = 0;
        using var reader = new XmlTextReader(xml, XmlNodeType.Element, context: null) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit };
        while (reader.Read())
        {
            // Throws where it is not well-formed.
        }

        return all.Records;
    }

    private static long Json(byte[] input, Action<EvtxLoss> lost)
    {
        var lines = new MemoryStream();
        var all = new EvtxExport(EvtxFilter.All, EvtxForm.JsonLines);
        all.Write(new MemoryStream(input), lines, lost);
        var rest = lines.GetBuffer().AsSpan(0, (int)lines.Length);
        for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..])
        {
            var reader = new Utf8JsonReader(rest[..end], new JsonReaderOptions { MaxDepth = DeepestJson });
            while (reader.Read())
            {
                // The same.
            }
        }

        return all.Records;
    }

    private static long Elements(byte[] input, Action<EvtxLoss> lost)
    {
        var records = 0;
        foreach (var record in EvtxFile.Read(new MemoryStream(input), filter: null, lost))
        {
            records++;
            _ = record.ToElement();
            _ = (record.RecordId, record.Time, record.EventId, record.Provider, record[EvtxField.Computer]);
        }

        return records;
    }

    private static long Chosen(byte[] input, Action<EvtxLoss> lost)
    {
        var counted = 0;
        var filter = new EvtxFilter { EventIds = new[] { 20227, 30, 6273 }.ToFrozenSet(), Provider = static name => name.Length > 3, Since = EvtxSamples.Begin, Counted = () => counted++ };
        var some = new EvtxExport(filter, EvtxForm.Xml);
        some.Write(new MemoryStream(input), Stream.Null, lost);
        if (some.Records > counted)
            throw new WrongAnswerException($"{counted} records read, {some.Records} of them chosen");
        return counted;
    }
}
