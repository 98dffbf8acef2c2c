using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Evidence.Certificates;

/// <summary>Distinguished names as Windows writes them; their attribute types are never translated.</summary>
internal static class NameAttributes
{
    private static readonly FrozenSet<string> Types = FrozenSet.ToFrozenSet(
    [
        "CN", "OU", "O", "DC", "C", "L", "S", "ST", "E", "T", "G", "I", "SN", "STREET", "UID", "POSTALCODE", "SERIALNUMBER", "PHONE", "DESCRIPTION",
        "EMAIL", "EMAILADDRESS", "TITLE", "GN", "GIVENNAME", "SURNAME", "INITIALS", "UNSTRUCTUREDNAME",
    ], StringComparer.OrdinalIgnoreCase);

    public static bool IsType(ReadOnlySpan<char> label) =>
        Types.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label)
        || (label.StartsWith("OID.", StringComparison.OrdinalIgnoreCase) && ObjectIdentifiers.IsOne(label[4..]));

    /// <summary>Begins with an attribute type and an equals sign.</summary>
    public static bool IsOne(ReadOnlySpan<char> value)
    {
        var equals = value.IndexOf('=');
        return equals is > 0 and < 64 && IsType(value[..equals].Trim());
    }
}
