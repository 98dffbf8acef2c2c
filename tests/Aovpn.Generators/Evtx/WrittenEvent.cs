using System.Collections.Concurrent;

namespace Aovpn.Generators.Evtx;

/// <summary>An event for <see cref="EvtxWriter"/>, with the templates that Windows uses: System in one, the data in another inside of it.</summary>
public sealed record WrittenEvent(string Provider, ushort EventId, ulong RecordId, DateTimeOffset Time)
{
    public const string Namespace = "http://schemas.microsoft.com/win/2004/08/events/event";

    /// <summary>EventData of classic providers: one array of strings for all data.</summary>
    private static readonly XmlNode ClassicData = new("EventData", new XmlNode("Data", new Slot(0, 0x81)), new XmlNode("Binary", new Slot(1, 0x0E, IsOptional: true)));

    private static readonly XmlNode NoData = new("EventData");

    private static readonly ConcurrentDictionary<string, XmlNode> Templates = new(StringComparer.Ordinal);

    /// <summary>CAPI2's form: the data are binary XML again, written out.</summary>
    private static readonly XmlNode NestedData = new("UserData", new Slot(0, 0x21));

    private static readonly XmlNode System = new XmlNode(
        "Event",
        new XmlNode(
            "System",
            new XmlNode("Provider").With("Name", new Slot(14, 0x01)).With("Guid", new Slot(15, 0x0F, IsOptional: true)),
            new XmlNode("EventID", new Slot(3, 0x06)).With("Qualifiers", new Slot(4, 0x06, IsOptional: true)),
            new XmlNode("Version", new Slot(11, 0x04)),
            new XmlNode("Level", new Slot(0, 0x04)),
            new XmlNode("Task", new Slot(2, 0x06)),
            new XmlNode("Opcode", new Slot(1, 0x04)),
            new XmlNode("Keywords", new Slot(5, 0x15)),
            new XmlNode("TimeCreated").With("SystemTime", new Slot(6, 0x11)),
            new XmlNode("EventRecordID", new Slot(10, 0x0A)),
            new XmlNode("Correlation").With("ActivityID", new Slot(7, 0x0F, IsOptional: true)).With("RelatedActivityID", new Slot(18, 0x0F, IsOptional: true)),
            new XmlNode("Execution").With("ProcessID", new Slot(8, 0x08)).With("ThreadID", new Slot(9, 0x08)),
            new XmlNode("Channel", new Slot(16, 0x01)),
            new XmlNode("Computer", new Slot(17, 0x01)),
            new XmlNode("Security").With("UserID", new Slot(12, 0x13, IsOptional: true))),
        new Slot(13, 0x21)).With("xmlns", Namespace);

    public string Channel { get; init; } = "Application";

    public string Computer { get; init; } = "PC1.corp.example";

    public ushort? Qualifiers { get; init; } = 0;

    /// <summary>Strings of a classic provider.</summary>
    public string[] Strings { get; init; } = [];

    public byte[]? Binary { get; init; }

    /// <summary>Named data, in place of <see cref="Strings"/>.</summary>
    public (string Name, WrittenValue Value)[] Named { get; init; } = [];

    /// <summary>UserData, written out inside of a value, in place of all other data.</summary>
    public XmlNode? UserData { get; init; }

    /// <summary>The whole event as it stands, in place of all else: events with a rendering, which a collector writes out.</summary>
    public XmlNode? Whole { get; init; }

    /// <summary>Without any template, as the collector of forwarded events writes it.</summary>
    public bool IsForwarded { get; init; }

    public void Write(EvtxChunkWriter chunk)
    {
        if (Whole is not null || IsForwarded)
        {
            chunk.Literal(Whole ?? Literal());
            return;
        }

        chunk.Instance(
            System,
            WrittenValue.UInt8(2), WrittenValue.UInt8(0), WrittenValue.UInt16(0), WrittenValue.UInt16(EventId),
            Qualifiers is { } qualifiers ? WrittenValue.UInt16(qualifiers) : WrittenValue.Null,
            WrittenValue.Hex64(0x80000000000000), WrittenValue.Time(Time), WrittenValue.Null, WrittenValue.UInt32(4), WrittenValue.UInt32(8),
            WrittenValue.UInt64(RecordId), WrittenValue.UInt8(0), WrittenValue.Null, Data(), WrittenValue.Text(Provider), WrittenValue.Null,
            WrittenValue.Text(Channel), WrittenValue.Text(Computer), WrittenValue.Null);
    }

    private WrittenValue Data()
    {
        if (UserData is { } user)
            return WrittenValue.Xml(chunk => chunk.Instance(NestedData, WrittenValue.Xml(inner => inner.Literal(user))));
        if (Named.Length > 0)
            return WrittenValue.Xml(chunk => chunk.Instance(TemplateOf(Named), [.. Named.Select(datum => datum.Value)]));
        if (Strings.Length == 0 && Binary is null)
            return WrittenValue.Xml(static chunk => chunk.Instance(NoData));
        return WrittenValue.Xml(chunk => chunk.Instance(ClassicData, WrittenValue.Texts(Strings), Binary is { } bytes ? WrittenValue.Binary(bytes) : WrittenValue.Null));
    }

    /// <summary>One for each list of names and types, so that events of a kind share it.</summary>
    private static XmlNode TemplateOf((string Name, WrittenValue Value)[] named) =>
        Templates.GetOrAdd(string.Join('|', named.Select(datum => $"{datum.Name}:{datum.Value.Type}")), static (_, named) => Template(named), named);

    private static XmlNode Template((string Name, WrittenValue Value)[] named) =>
        new("EventData", [.. named.Select((datum, index) => new XmlNode("Data", new Slot((ushort)index, datum.Value.Type)).With("Name", datum.Name))]);

    private XmlNode Literal()
    {
        var data = UserData is { } user ? new XmlNode("UserData", user) : new XmlNode("EventData", [.. Strings.Select(text => new XmlNode("Data", text) { HasEndTag = true })]);
        return new XmlNode(
            "Event",
            new XmlNode(
                "System",
                new XmlNode("Provider").With("Name", Provider),
                new XmlNode("EventID", FormattableString.Invariant($"{EventId}")).With("Qualifiers", "0"),
                new XmlNode("Level", "2"),
                new XmlNode("TimeCreated").With("SystemTime", FormattableString.Invariant($"{Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}00Z")),
                new XmlNode("EventRecordID", FormattableString.Invariant($"{RecordId}")),
                new XmlNode("Channel", Channel),
                new XmlNode("Computer", Computer),
                new XmlNode("Security")),
            data).With("xmlns", Namespace);
    }
}
