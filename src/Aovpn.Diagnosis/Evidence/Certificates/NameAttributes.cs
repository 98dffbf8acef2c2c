namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Distinguished names as Windows writes them; their attribute types are never translated.</summary>
internal static class NameAttributes
{
    private static readonly string[] Types =
    [
        "CN", "OU", "O", "DC", "C", "L", "S", "ST", "E", "T", "G", "I", "SN", "STREET", "UID", "POSTALCODE", "SERIALNUMBER", "PHONE", "DESCRIPTION",
        "EMAIL", "EMAILADDRESS", "TITLE", "GN", "GIVENNAME", "SURNAME", "INITIALS", "UNSTRUCTUREDNAME",
    ];

    public static bool IsType(string label) =>
        Types.Contains(label, StringComparer.OrdinalIgnoreCase)
        || (label.StartsWith("OID.", StringComparison.OrdinalIgnoreCase) && ObjectIdentifiers.IsOne(label.AsSpan(4)));

    /// <summary>Begins with an attribute type and an equals sign.</summary>
    public static bool IsOne(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals is > 0 and < 64 && IsType(value[..equals].Trim());
    }
}
