using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Nps;

public sealed class NpsExportReaderTests
{
    private const string Thumbprint = "1f2e3d4c5b6a798897a6b5c4d3e2f10011223344";

    [Fact]
    public void Policies_are_read_with_the_profiles_that_they_name()
    {
        var policies = Read.Text(NpsExportSample.Text).Observations.OfType<NetworkPolicyConfigured>().ToList();

        Assert.Equal(["2. VPN users", "Wireless"], policies.Select(policy => policy.Name));
        Assert.Equal([true, false], policies.Select(policy => policy.Enabled));
        Assert.Equal([true, false], policies.Select(policy => policy.GrantsAccess));
        Assert.Equal([true, false], policies.Select(policy => policy.AsksForVirtualPort));
        Assert.Equal([2, 1], policies.Select(policy => policy.Order));
        Assert.Equal([25], policies[0].EapTypes!.Value);
        Assert.Equal([26, 13], policies[0].PeapInnerTypes!.Value);
        Assert.Empty(policies[0].AllowedCertificatePurposes!.Value);
        Assert.Equal([13], policies[1].EapTypes!.Value);
        Assert.Null(policies[1].PeapInnerTypes);
        Assert.Equal([Purpose.AadConditionalAccess], policies[1].AllowedCertificatePurposes!.Value);
        Assert.All(policies, policy => Assert.Equal(Thumbprint, policy.ServerCertificate));
    }

    [Fact]
    public void Radius_clients_are_read_and_the_place_cited_is_an_address()
    {
        var listed = Read.One<RadiusClientsListed>(NpsExportSample.Text);

        Assert.Equal(["192.0.2.10", "192.0.2.12"], listed.Addresses);
        var lines = Assert.IsType<Diagnosis.Model.Locator.Lines>(listed.Source.Locator);
        Assert.Equal(lines.First, lines.Last);
        Assert.Contains("192.0.2.10", NpsExportSample.Text.ReplaceLineEndings("\n").Split('\n')[lines.First - 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_an_export_is_left_to_other_readers()
    {
        var reading = Read.Text("Error 812 on every client.\n" + NpsExportSample.Text + "\nIt worked yesterday.");

        Assert.Contains("nps-export", reading.Kinds);
        Assert.DoesNotContain(reading.Observations, seen => seen.ToString()!.Contains(NpsExportSample.PlantedSecret, StringComparison.Ordinal));
        Assert.Contains(reading.Observations, seen => seen.IsReported);
    }

    [Fact]
    public void An_export_that_breaks_off_says_so_and_lists_no_clients()
    {
        var text = NpsExportSample.Text[..NpsExportSample.Text.IndexOf("<RRAS3", StringComparison.Ordinal)];
        var seen = Read.Text(text).Observations;

        Assert.Equal(2, seen.OfType<NetworkPolicyConfigured>().Count());
        Assert.Empty(seen.OfType<RadiusClientsListed>());
        Assert.Single(seen.OfType<Unreadable>());
    }

    [Fact]
    public void Damaged_copies_are_read_as_far_as_they_go()
    {
        var read = 0;
        foreach (var copy in Damaged.Copies(System.Text.Encoding.UTF8.GetBytes(NpsExportSample.Text), copies: 40))
            read += Read.Bytes(copy).Observations.OfType<NetworkPolicyConfigured>().Count();

        Assert.True(read > 40, $"{read} policies in 80 damaged copies");
    }

    [Theory]
    [InlineData("<Microsoft_Internet_Authentication_Service>\n")]
    [InlineData("<Microsoft_Internet_Authentication_Service><Clients><Children>")]
    [InlineData("<Root>\n<Microsoft_Internet_Authentication_Service>\n</Root>\n")]
    public void Hostile_repetition_is_read_in_time(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Read.Text(string.Concat(Enumerable.Repeat(piece, 10_000)));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }
}
