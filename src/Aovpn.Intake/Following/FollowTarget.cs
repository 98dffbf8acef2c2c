using System.IO.Enumeration;

namespace Aovpn.Intake.Following;

/// <summary>What is followed: a folder's logs by the patterns of their names, or one file, which may not be there yet.</summary>
public sealed record FollowTarget(string Path, bool IsFolder, IReadOnlyList<string> Patterns)
{
    private static readonly EnumerationOptions OneFolder = new() { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    /// <summary>Whether a file of that name would be followed.</summary>
    public bool Holds(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (!IsFolder)
            return full == Path;
        return System.IO.Path.GetDirectoryName(full) == Path && Patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, System.IO.Path.GetFileName(full)));
    }

    internal string Folder => IsFolder ? Path : System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>The logs that are there now, in the order of their names; none while the folder cannot be listed.</summary>
    internal IEnumerable<string> Present()
    {
        if (!IsFolder)
            return File.Exists(Path) ? [Path] : [];
        return Patterns.SelectMany(pattern => Files(Path, pattern)).Order(StringComparer.Ordinal);
    }

    /// <summary>All files beside the logs: one that was rolled may have any name.</summary>
    internal IEnumerable<string> Neighbours() => Files(Folder, "*");

    private static string[] Files(string folder, string pattern)
    {
        try
        {
            return Directory.GetFiles(folder, pattern, OneFolder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
