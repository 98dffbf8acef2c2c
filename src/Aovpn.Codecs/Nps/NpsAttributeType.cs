namespace Aovpn.Codecs.Nps;

/// <summary>What an attribute's values are; the numbers are the <c>data_type</c> of the XML format.</summary>
public enum NpsAttributeType
{
    /// <summary>An unsigned number, or a value of an enumeration.</summary>
    Number = 0,

    Text = 1,

    /// <summary>Bytes, which the formats write in hexadecimal or as text.</summary>
    Octets = 2,

    /// <summary>An IPv4 address, dotted.</summary>
    Address = 3,

    /// <summary>Date and time.</summary>
    Time = 4,
}
