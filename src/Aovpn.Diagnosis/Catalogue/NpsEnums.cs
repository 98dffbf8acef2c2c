using System.Collections.Frozen;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Names of the values that NPS writes into its logs: Packet-Type 3 is Access-Reject, NAS-Port-Type 5 is Virtual (VPN).</summary>
public static class NpsEnums
{
    private static readonly Lazy<FrozenDictionary<(string Attribute, string Value), string>> Names = new(Load);

    /// <param name="attribute">As NPS writes the column or element: <c>Packet-Type</c>.</param>
    /// <param name="value">As it stands in the log; leading zeros do not count.</param>
    /// <returns>The value's name; null when the catalogue has none.</returns>
    public static string? Name(string attribute, string value)
    {
        var trimmed = value.Trim().TrimStart('0');
        return Names.Value.GetValueOrDefault((attribute, trimmed.Length == 0 ? "0" : trimmed));
    }

    private static FrozenDictionary<(string Attribute, string Value), string> Load() =>
        CatalogueFile.Rows("nps-enums", CatalogueJson.Default.NamedNumberArray)
            .DistinctBy(row => (row.Kind, row.Value))
            .ToFrozenDictionary(row => (row.Kind, row.Value), row => row.Name);
}
