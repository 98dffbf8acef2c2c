using System.Collections.Immutable;
using System.Text;

namespace Aovpn.Diagnosis.Catalogue;

/// <summary>The Windows events that tell about a connection.</summary>
public static class EventCatalogue
{
    private static readonly Lazy<ImmutableArray<EventDescription>> Rows = new(() => CatalogueFile.Rows("events", CatalogueJson.Default.EventDescriptionArray));

    public static ImmutableArray<EventDescription> All => Rows.Value;

    /// <summary>Events with that number, of whatever provider, in the catalogue's order.</summary>
    public static ImmutableArray<EventDescription> Find(uint id) =>
        CatalogueFile.RowsWith("events", Encoding.ASCII.GetBytes($"{{ \"id\": {id},"), CatalogueJson.Default.EventDescription);

    /// <param name="provider">As the event names it; <c>Microsoft-Windows-</c> may be left out, and so may the rest after a blank.</param>
    public static ImmutableArray<EventDescription> Find(string provider, uint id) => [.. Find(id).Where(row => Names(row.Provider, provider))];

    private static bool Names(string provider, string asked) =>
        Short(provider).Equals(Short(asked), StringComparison.OrdinalIgnoreCase)
        || Short(provider).EndsWith("-" + Short(asked), StringComparison.OrdinalIgnoreCase);

    private static string Short(string provider)
    {
        const string Prefix = "Microsoft-Windows-";
        var start = provider.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Prefix.Length : 0;
        var end = provider.IndexOf(' ', StringComparison.Ordinal);
        return end > start ? provider[start..end] : provider[start..];
    }
}
