using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>Names of the numbers that protocols carry: IKE notifies, payloads and transforms, EAP types.</summary>
public static class NumberCatalogue
{
    private static readonly Lazy<ImmutableArray<NamedNumber>> IkeRows = new(() => CatalogueFile.Rows("ike-notify", CatalogueJson.Default.NamedNumberArray));
    private static readonly Lazy<ImmutableArray<NamedNumber>> EapRows = new(() => CatalogueFile.Rows("eap-types", CatalogueJson.Default.NamedNumberArray));

    /// <summary>Notify types, payloads, exchanges, transforms, vendor ids.</summary>
    public static ImmutableArray<NamedNumber> Ike => IkeRows.Value;

    /// <summary>Method types, packet codes, TLS flags, PEAP TLVs.</summary>
    public static ImmutableArray<NamedNumber> Eap => EapRows.Value;

    /// <summary>A Notify Message Type, error or status.</summary>
    public static NamedNumber? IkeNotify(uint value) =>
        Lines("ike-notify", value).FirstOrDefault(row => row.Kind.StartsWith("notify-", StringComparison.Ordinal));

    /// <summary>An EAP method type.</summary>
    public static NamedNumber? EapType(uint value) => Lines("eap-types", value).FirstOrDefault(row => row.Kind == "type");

    private static ImmutableArray<NamedNumber> Lines(string file, uint value) =>
        CatalogueFile.RowsWith(file, Encoding.ASCII.GetBytes($"\"value\": \"{value}\","), CatalogueJson.Default.NamedNumber);
}
