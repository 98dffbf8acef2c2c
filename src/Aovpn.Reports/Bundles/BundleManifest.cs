namespace Aovpn.Reports.Bundles;

/// <summary>Which machine each copy came from, in the form that intake reads: <c>aovpn-manifest.json</c>.</summary>
internal sealed record BundleManifest(Dictionary<string, BundleManifest.Row> Hosts)
{
    internal sealed record Row(string Role, string? Name);
}
