using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Aovpn.Bench.Evtx;

/// <summary>The corpus of event logs in the project's shared material, which is not part of the repository: <c>AOVPN_SHARED</c>, or a folder <c>shared</c> beside it.</summary>
internal static class SharedCorpus
{
    /// <summary>Null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Paths of all logs, in the order of their names.</summary>
    public static IReadOnlyList<string> Logs => Folder is null ? [] : [.. Directory.EnumerateFiles(Folder, "*.evtx").Order(StringComparer.Ordinal)];

    /// <returns>What a program printed of a log; null where nobody ran it.</returns>
    public static string? Golden(string log, string folder, string suffix)
    {
        var file = Path.Combine(Folder!, folder, Path.GetFileName(log) + suffix);
        if (!File.Exists(file))
            return null;
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return text.ReadToEnd();
    }

    private static string? Find([CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("AOVPN_SHARED") is { Length: > 0 } named)
            return Directory.Exists(Path.Combine(named, "corpus/evtx")) ? Path.Combine(named, "corpus/evtx") : null;
        for (var folder = Path.GetDirectoryName(source); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var beside = Path.Combine(folder, "shared/corpus/evtx");
            if (Directory.Exists(beside))
                return beside;
        }

        return null;
    }
}
