using Aovpn.Codecs.Ike.Keys;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Captures;

namespace Aovpn.Cli.Diagnosing;

/// <summary>Wireshark's <c>ikev2_decryption_table</c> among the evidence: whoever puts it beside a capture wants it opened. Archives are not looked into.</summary>
internal static class KeysBeside
{
    /// <summary>A row has some 300 characters: more than a thousand SAs.</summary>
    private const long Longest = 512 * 1024;

    private const int MostFiles = 5_000;

    private const string Name = "ikev2_decryption_table";

    /// <returns>The keys in all tables that the named paths hold; what cannot be read has none.</returns>
    public static IkeKeyFile Of(IEnumerable<string> paths)
    {
        var all = IkeKeyFile.None;
        foreach (var file in paths.SelectMany(Files))
        {
            if (Read(file) is { } read)
                all = new(all.Sas.AddRange(read.Sas), []);
        }

        return all;
    }

    private static IEnumerable<string> Files(string path)
    {
        if (File.Exists(path))
            return [path];
        var anywhere = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 16 };
        return Directory.Exists(path) ? Directory.EnumerateFiles(path, $"{Name}*", anywhere).Take(MostFiles) : [];
    }

    private static IkeKeyFile? Read(string path)
    {
        try
        {
            if (!Path.GetFileName(path).StartsWith(Name, StringComparison.OrdinalIgnoreCase) || new FileInfo(path).Length is 0 or > Longest)
                return null;
            var content = ArtifactContent.Of(new("keys", Diagnosis.Model.Host.Unknown), File.ReadAllBytes(path));
            return new KeyTableReader().Recognizes(content) ? IkeKeyFile.Read(content.OpenText()) : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
