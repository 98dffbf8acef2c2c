using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>A value of a protocol's field and its name: one row of ike-notify, eap-types or nps-enums.json.</summary>
/// <param name="Kind">The field: <c>notify-error</c>, <c>type</c>, <c>Packet-Type</c> ...</param>
/// <param name="Value">As it is written: a decimal number, a hexadecimal one, or the bytes of a vendor id.</param>
/// <param name="Source">Where the row comes from.</param>
/// <param name="Verified">False for what nobody has compared with a source.</param>
public sealed record NamedNumber(string Kind, string Value, string Name, string Source, bool Verified)
{
    public string? Text { get; init; }

    public string? Note { get; init; }

    /// <summary>The step of a connection that it belongs to; null where it belongs to none.</summary>
    public Stage? Stage { get; init; }
}
