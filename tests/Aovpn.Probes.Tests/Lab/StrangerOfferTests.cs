using System.Text.Json;
using Aovpn.Codecs.Ike;
using Aovpn.Lab.Deployment;
using Aovpn.Probes.Steps;

namespace Aovpn.Probes.Tests.Lab;

/// <summary>A stranger's IKE_SA_INIT offers every suite and still fits into a packet, so that it passes where IP fragments are dropped.</summary>
public sealed class StrangerOfferTests
{
    /// <summary>RFC 7296 §2: every implementation takes messages of this length.</summary>
    private const int Certain = 1280;

    [Theory]
    [InlineData("fragments-blocked")]
    [InlineData("ike-other-group")]
    [InlineData("cookie")]
    public void Each_request_of_the_connection_fits_into_a_packet(string fault)
    {
        var lab = LabFaults.Find(fault)!.Change(LabDeployment.Healthy(MemoryDeployment.Now));
        var settings = MemoryDeployment.Settings(lab, ProbeMethod.Stranger) with { Suites = WindowsProposals.Default };
        var entries = MemoryDeployment.Record(lab, settings).Lines.Select(line => JsonDocument.Parse(line).RootElement).Where(one => one.TryGetProperty("id", out var id) && id.GetString() == "connect").ToArray();

        var sent = entries.Where(one => one.TryGetProperty("direction", out var direction) && direction.GetString() == "sent").Select(one => one.GetProperty("bytes").GetString()!.Length / 2).ToArray();
        Assert.NotEmpty(sent);
        Assert.All(sent, length => Assert.InRange(length, 28, Certain));
        Assert.Contains(entries, one => one.GetProperty("kind").GetString() == "gateway-proved");
    }

    [Fact]
    public void What_the_proposals_allow_is_what_may_be_chosen()
    {
        var suites = WindowsProposals.Default.AddRange(WindowsProposals.NegotiateDh2048Aes256);
        var (proposals, choices) = (StrangerOffer.Proposals(suites), StrangerOffer.Choices(suites));

        Assert.Equal(2, proposals.Length);
        Assert.Equal(suites, choices.Take(suites.Length));
        Assert.Equal(choices.Length, proposals.Sum(proposal => proposal.Transforms.GroupBy(one => one.Type).Aggregate(1, (product, type) => product * type.Count())));
        Assert.All(choices, choice => Assert.Contains(proposals, proposal => choice.Transforms().All(one => proposal.Transforms.Contains(one))));
    }
}
