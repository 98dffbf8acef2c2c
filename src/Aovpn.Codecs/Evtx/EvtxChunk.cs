using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Xml;

namespace Aovpn.Codecs.Evtx;

/// <summary>A chunk of 64 KiB: records with the names and templates that they share. Offsets inside it count from its start. Not for two threads at once.</summary>
internal sealed class EvtxChunk
{
    public const int Size = 64 * 1024;

    /// <summary>The header without its tables.</summary>
    public const int HeaderUsed = 128;

    public const int HeaderLength = 512;

    private readonly byte[] _bytes;
    private readonly int _length;
    private readonly Dictionary<int, string?> _names = [];
    private readonly Dictionary<int, BinXmlTemplate?> _templates = [];
    private Dictionary<string, bool>? _providers;

    /// <param name="length">Less than <see cref="Size"/> where the file ends.</param>
    /// <param name="offset">In the file.</param>
    public EvtxChunk(byte[] bytes, int length, long offset)
    {
        (_bytes, _length, Offset) = (bytes, length, offset);
        HasHeader = IsHeader(Bytes);
        FreeSpace = HasHeader && BinaryPrimitives.ReadUInt32LittleEndian(Bytes[48..]) is >= HeaderLength and <= Size and var free ? (int)free : 0;
    }

    public static ReadOnlySpan<byte> Magic => "ElfChnk\0"u8;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>For giving back once nothing of the chunk is used any more.</summary>
    public byte[] Buffer => _bytes;

    public long Offset { get; }

    public bool HasHeader { get; }

    /// <summary>Where the header says that records end; 0 when it does not say. A live log's header lags behind.</summary>
    public int FreeSpace { get; }

    public WorkBudget Budget { get; } = new();

    public static bool IsHeader(ReadOnlySpan<byte> bytes) => bytes.Length >= HeaderLength && bytes.StartsWith(Magic);

    /// <summary>Header and records against their checksums. A log written without checksums has zeros.</summary>
    public bool AgreesWithChecksums()
    {
        var header = BinaryPrimitives.ReadUInt32LittleEndian(Bytes[124..]);
        var records = BinaryPrimitives.ReadUInt32LittleEndian(Bytes[52..]);
        if (header == 0 && records == 0)
            return true;
        if (FreeSpace == 0 || FreeSpace > _length)
            return false;
        var crc = new Crc32();
        crc.Append(Bytes[..120]);
        crc.Append(Bytes[HeaderUsed..HeaderLength]);
        return crc.GetCurrentHashAsUInt32() == header && Crc32.HashToUInt32(Bytes[HeaderLength..FreeSpace]) == records;
    }

    /// <returns>The element or attribute name at a place; null when none can stand there.</returns>
    public string? Name(int place)
    {
        if (_names.TryGetValue(place, out var known))
            return known;
        return _names[place] = ReadName(place);
    }

    /// <returns>The template whose definition stands at a place; null when it has nothing that can be read.</returns>
    public BinXmlTemplate? Template(int definition)
    {
        if (_templates.TryGetValue(definition, out var known))
            return known;
        BinXmlTemplate? template = null;
        if (BinXmlInstance.Body(Bytes, definition) is { } body)
        {
            // Fragment header in front; a definition is read once, however many records use it.
            var parser = new BinXmlParser(this, body.Start, body.End, inTemplate: true);
            parser.Parse();
            if (parser.Nodes.Count > 0)
                template = new(parser.Nodes, parser.IsDamaged);
        }

        return _templates[definition] = template;
    }

    /// <summary>Reads the content of a record or of a nested value into an instance: a template with values, or a fragment written out.</summary>
    /// <returns>False when there is nothing that can be read.</returns>
    public bool ReadContent(int start, int end, BinXmlInstance content)
    {
        var bytes = Bytes[..end];
        if (start + 4 < end && bytes[start] == BinXmlToken.FragmentHeader)
            start += 4;
        if (start >= end)
            return false;
        if (bytes[start] == BinXmlToken.TemplateInstance)
            return content.Read(this, start, end);

        var parser = new BinXmlParser(this, start, end, inTemplate: false);
        parser.Parse();
        if (parser.Nodes.Count == 0)
            return false;
        content.SetLiteral(new(parser.Nodes, parser.IsDamaged), parser.Position);
        return true;
    }

    /// <summary>Asks a filter about a provider once for each name.</summary>
    public bool Wants(Func<string, bool> filter, ReadOnlySpan<char> provider)
    {
        _providers ??= new(StringComparer.Ordinal);
        var lookup = _providers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(provider, out var known))
            return known;
        var name = new string(provider);
        return _providers[name] = filter(name);
    }

    /// <summary>Next name in its bucket, hash, count of characters, characters, NUL.</summary>
    private string? ReadName(int place)
    {
        const int Head = 8;
        if (place < HeaderUsed || place + Head > _length)
            return null;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(Bytes[(place + 6)..]);
        if (count == 0 || place + Head + (count * 2) > _length || !Budget.Spend(count))
            return null;
        var name = MemoryMarshal.Cast<byte, char>(Bytes.Slice(place + Head, count * 2));
        if (KnownNames.Lookup.TryGetValue(name, out var shared))
            return shared;
        return string.Create(count, name, static (text, name) =>
        {
            // What is no name would break the XML that it is written into.
            var isPrefixed = name.Count(':') == 1;
            for (var at = 0; at < text.Length; at++)
            {
                var isColon = name[at] == ':' && isPrefixed && at > 0 && at + 1 < name.Length;
                var isStart = at == 0 || (isPrefixed && name[at - 1] == ':');
                text[at] = isColon || (isStart ? XmlConvert.IsStartNCNameChar(name[at]) : XmlConvert.IsNCNameChar(name[at])) ? name[at] : '_';
            }
        });
    }

    /// <summary>Names of every event, made once.</summary>
    private static class KnownNames
    {
        public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = FrozenSet.ToFrozenSet(
        [
            "Event", "xmlns", "System", "Provider", "Name", "Guid", "EventSourceName", "EventID", "Qualifiers", "Version", "Level", "Task", "Opcode", "Keywords",
            "TimeCreated", "SystemTime", "EventRecordID", "Correlation", "ActivityID", "RelatedActivityID", "Execution", "ProcessID", "ThreadID", "Channel",
            "Computer", "Security", "UserID", "EventData", "Data", "Binary", "UserData",
        ], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
