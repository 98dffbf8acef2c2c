using System.Collections.Frozen;
using System.Text.Json;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>What each kind of needed evidence is in words, and the command that collects it: <c>Catalogue/needs.json</c>.</summary>
public static class NeedCatalogue
{
    private static readonly Lazy<FrozenDictionary<string, NeedRow>> Rows = new(Load);

    public static IEnumerable<NeedRow> All => Rows.Value.Values;

    /// <exception cref="KeyNotFoundException">No such row: a rule or page asks for evidence that the catalogue does not name; a test finds it first.</exception>
    public static NeedRow Find(string kind) => Rows.Value.TryGetValue(kind, out var row) ? row : throw new KeyNotFoundException($"needs.json has no row '{kind}'");

    private static FrozenDictionary<string, NeedRow> Load()
    {
        using var rows = typeof(NeedCatalogue).Assembly.GetManifestResourceStream("catalogue/needs")!;
        return JsonSerializer.Deserialize(rows, CatalogueJson.Default.NeedRowArray)!.ToFrozenDictionary(row => row.Kind, StringComparer.Ordinal);
    }
}
