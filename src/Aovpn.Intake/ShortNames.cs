namespace Aovpn.Intake;

/// <summary>Artifacts are called by their path below what all named paths have in common: <c>client.evtx</c>, <c>pc1/note.txt</c>.</summary>
internal sealed class ShortNames
{
    private readonly string _common;

    public ShortNames(IEnumerable<string> named)
    {
        string? common = null;
        foreach (var path in named)
        {
            var full = Path.GetFullPath(path).Replace('\\', '/').TrimEnd('/');
            var folder = Directory.Exists(path) ? full : full[..Math.Max(full.LastIndexOf('/'), 0)];
            common = common is null ? folder : Shared(common, folder);
        }

        _common = common ?? "";
    }

    public string Of(string fullPath) =>
        _common.Length > 0 && fullPath.StartsWith(_common + "/", StringComparison.Ordinal) ? fullPath[(_common.Length + 1)..]
        : fullPath == _common ? Path.GetFileName(fullPath) : fullPath;

    private static string Shared(string one, string other)
    {
        var parts = one.Split('/').Zip(other.Split('/')).TakeWhile(pair => pair.First == pair.Second).Select(pair => pair.First);
        return string.Join('/', parts);
    }
}
