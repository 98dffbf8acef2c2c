using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Intake;

/// <summary>What lies in one folder, a manifest first and the rest by name, so that every run has the same order.</summary>
internal static class FolderListing
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    public static (ImmutableArray<FileSystemInfo> Entries, Message? Trouble) Of(string folder)
    {
        try
        {
            return (
            [
                .. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything)
                    .OrderByDescending(entry => entry.Name.Equals(Manifest.FileName, StringComparison.OrdinalIgnoreCase))
                    .ThenBy(entry => entry.Name, StringComparer.Ordinal),
            ], null);
        }
        catch (Exception error) when (Refusal.IsOfTheFile(error))
        {
            return ([], Message.Of($"is a folder that cannot be listed: access is denied or it is gone; name it again from an account that may read it"));
        }
    }
}
