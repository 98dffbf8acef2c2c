using System.Runtime.CompilerServices;

namespace Aovpn.Tests.Support;

/// <summary>Finds the project's shared material, which is not part of the repository: <c>AOVPN_SHARED</c>, or a folder <c>shared</c> beside it.</summary>
public static class SharedFiles
{
    public const string Absent = "the shared material is not here: set AOVPN_SHARED to its folder";

    public static string? Root { get; } = Find();

    /// <summary>A folder or file of it; skips the test, saying why, where it is absent.</summary>
    public static string Require(string relative)
    {
        Assert.SkipWhen(Root is null, Absent);
        return Path.Combine(Root!, relative);
    }

    private static string? Find([CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("AOVPN_SHARED") is { Length: > 0 } named)
            return Directory.Exists(named) ? named : null;
        for (var folder = Path.GetDirectoryName(source); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var beside = Path.Combine(folder, "shared");
            if (Directory.Exists(Path.Combine(beside, "corpus")))
                return beside;
        }

        return null;
    }
}
