using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>A path whose host somebody has named: <c>--host client=PATH</c>, or a row of a manifest.</summary>
/// <param name="Path">A file, a folder or a place inside an archive, with forward slashes; what is below it belongs to the host too.</param>
public sealed record NamedHost(string Path, Host Host)
{
    public bool Covers(string path) =>
        path.Equals(Path, StringComparison.OrdinalIgnoreCase) || Path.Length == 0
        || (path.Length > Path.Length && path[Path.Length] == '/' && path.StartsWith(Path, StringComparison.OrdinalIgnoreCase));

    /// <returns>The host of the longest path that covers; null when none does.</returns>
    internal static Host? Of(string path, IEnumerable<NamedHost> named) =>
        named.Where(one => one.Covers(path)).OrderByDescending(one => one.Path.Length).FirstOrDefault()?.Host;
}
