using System.Runtime.CompilerServices;

namespace Aovpn.Tests.Support;

/// <summary>Compares text with a file beside the test. Set UPDATE_SNAPSHOTS=1 to accept what the code says now.</summary>
internal static class Snapshot
{
    public static void Match(string actual, string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"no snapshot {name}; run with UPDATE_SNAPSHOTS=1 and review it");
        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }
}
