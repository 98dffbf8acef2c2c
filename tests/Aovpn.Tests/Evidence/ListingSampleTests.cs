using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence;

/// <summary>The samples of tests/samples/listings, each named after its kind: recognised, silent on the secrets planted in them, sound when damaged.</summary>
public sealed class ListingSampleTests
{
    /// <summary>Planted in the samples where such listings have secrets in life.</summary>
    private const string Secret = "Sup3rS3cret";

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Folder(), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_recognised_and_keeps_its_secrets(string kind)
    {
        var reading = Read.Bytes(File.ReadAllBytes(Path.Combine(Folder(), kind + ".txt")));

        Assert.Contains(kind, reading.Kinds);
        Assert.DoesNotContain("note", reading.Kinds);
        Assert.True(!reading.Observations.IsEmpty || kind is "powershell-command");
        Assert.DoesNotContain(reading.Observations, seen => seen.ToString().Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Damaged_copies_are_recognised_as_far_as_they_go(string kind)
    {
        var (copies, recognised) = (0, 0);
        foreach (var damaged in Damaged.Copies(File.ReadAllBytes(Path.Combine(Folder(), kind + ".txt")), 30))
        {
            copies++;
            if (damaged.Length > 0 && Read.Bytes(damaged) is { Kinds: var kinds })
                recognised += kinds.Contains(kind) ? 1 : 0;
        }

        Assert.True(recognised * 6 > copies, $"{recognised} of {copies}");
    }

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "samples", "listings"));
}
