using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Aovpn.Generators.Evtx;

/// <summary>
/// Events given as XML, written as the service would have logged them: classic providers' strings as one array, named data by a template,
/// UserData as nested binary XML, and events with a rendering (forwarded ones) written out without any template.
/// </summary>
public static class EventXmlLog
{
    private const string WindowsEvents = "http://schemas.microsoft.com/win/2004/08/events/event";

    /// <summary>Whether a text is made of Windows events, one or many, with or without a root.</summary>
    public static bool IsEvents(string text) => text.Contains(WindowsEvents, StringComparison.Ordinal) && text.TrimStart('\uFEFF', ' ', '\r', '\n').StartsWith("<Event", StringComparison.Ordinal);

    /// <param name="hasDependencyIds">See <see cref="EvtxWriter.HasDependencyIds"/>.</param>
    /// <exception cref="XmlException">The text is not well-formed.</exception>
    public static EvtxWriter Of(string xml, bool hasDependencyIds = false)
    {
        var writer = new EvtxWriter { HasDependencyIds = hasDependencyIds };
        foreach (var seen in Events(xml))
            writer.Add(Written(seen));
        return writer;
    }

    private static IEnumerable<XElement> Events(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { ConformanceLevel = ConformanceLevel.Fragment });
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Event")
                yield return (XElement)XNode.ReadFrom(reader);
            else
                reader.Read();
        }
    }

    private static WrittenEvent Written(XElement seen)
    {
        var system = Child(seen, "System")!;
        var provider = Child(system, "Provider")!;
        var id = Child(system, "EventID")!;
        var time = DateTimeOffset.Parse(Child(system, "TimeCreated")!.Attribute("SystemTime")!.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var written = new WrittenEvent(provider.Attribute("Name")!.Value, ushort.Parse(id.Value, CultureInfo.InvariantCulture), ulong.Parse(Child(system, "EventRecordID")?.Value ?? "0", CultureInfo.InvariantCulture), time)
        {
            Channel = Child(system, "Channel")?.Value ?? "Application",
            Computer = Child(system, "Computer")?.Value ?? "",
            Qualifiers = id.Attribute("Qualifiers") is { } qualifiers ? ushort.Parse(qualifiers.Value, CultureInfo.InvariantCulture) : null,
        };
        if (Child(seen, "RenderingInfo") is not null)
            return written with { Whole = Node(seen) };
        if (Child(seen, "UserData") is { } user)
            return written with { UserData = Node(user.Elements().First()) };
        if (Child(seen, "EventData") is not { } data)
            return written;

        XElement[] values = [.. data.Elements().Where(value => value.Name.LocalName == "Data")];
        var binary = Child(data, "Binary") is { } bytes ? Convert.FromHexString(bytes.Value.Trim()) : null;
        return values.Length > 0 && values.All(value => value.Attribute("Name") is not null)
            ? written with { Named = [.. values.Select(value => (value.Attribute("Name")!.Value, WrittenValue.Text(value.Value)))] }
            : written with { Strings = [.. values.Select(value => value.Value)], Binary = binary };
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static XmlNode Node(XElement element) => new(Name(element), [.. element.Nodes().Select(Content).OfType<object>()])
    {
        Attributes = [.. element.Attributes().Select(attribute => (Name(attribute), (object)attribute.Value))],
        HasEndTag = !element.IsEmpty,
    };

    private static object? Content(XNode node) => node switch
    {
        XElement child => Node(child),
        XText text => text.Value,
        _ => null,
    };

    private static string Name(XElement element) => element.GetPrefixOfNamespace(element.Name.Namespace) is { Length: > 0 } prefix ? $"{prefix}:{element.Name.LocalName}" : element.Name.LocalName;

    private static string Name(XAttribute attribute) => attribute switch
    {
        { IsNamespaceDeclaration: true, Name.LocalName: "xmlns" } => "xmlns",
        { IsNamespaceDeclaration: true } => $"xmlns:{attribute.Name.LocalName}",
        _ when attribute.Parent!.GetPrefixOfNamespace(attribute.Name.Namespace) is { Length: > 0 } prefix => $"{prefix}:{attribute.Name.LocalName}",
        _ => attribute.Name.LocalName,
    };
}
