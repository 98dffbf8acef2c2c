namespace Aovpn.Codecs.Evtx;

internal enum XmlOperationKind : byte
{
    /// <summary>Text, and no value.</summary>
    Literal,

    /// <summary>A value among other content of an element.</summary>
    Content,

    /// <summary>An element whose whole content is the value: it is repeated for each item of an array.</summary>
    Element,

    /// <summary>The same, left out when its value is null.</summary>
    OptionalElement,

    /// <summary>A value inside of an attribute.</summary>
    InAttribute,

    /// <summary>An attribute that is left out when its value is null.</summary>
    OptionalAttribute,

    /// <summary>A template with its own values.</summary>
    Instance,
}
