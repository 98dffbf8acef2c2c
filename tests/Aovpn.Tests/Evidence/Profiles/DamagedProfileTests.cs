using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Profiles;

public sealed class DamagedProfileTests
{
    public static TheoryData<string> Samples => [.. ProfileSamples.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Damaged_samples_are_read_as_far_as_they_go(string name)
    {
        var read = 0;
        foreach (var copy in Damaged.Copies(ProfileSamples.Bytes(name), copies: 40))
            read += Read.Bytes(copy).Observations.OfType<ProfileRead>().Count();

        Assert.True(read > 20, $"{read} profiles in 80 damaged copies");
    }

    /// <summary>What grows faster than the text would take minutes here.</summary>
    [Theory]
    [InlineData("<VPNProfile><a>")]
    [InlineData("<VPNProfile>\n")]
    [InlineData("<EapHostConfig>\n")]
    [InlineData("$x = '<a\n")]
    [InlineData("$x = @'\n")]
    [InlineData("a=\"</\n")]
    [InlineData("ProfileXML : <VPNProfile>\n  a\n")]
    [InlineData("Name : x\n\n")]
    [InlineData("PS C:\\> Get-VpnConnection\n")]
    [InlineData("    + CategoryInfo : x\n")]
    public void Hostile_repetition_is_read_in_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Read.Text(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }
}
