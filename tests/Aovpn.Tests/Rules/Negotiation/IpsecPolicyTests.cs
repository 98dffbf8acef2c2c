using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Rules.Negotiation;
using static Aovpn.Tests.Rules.ServerAuthentication.Certificates;

namespace Aovpn.Tests.Rules.Negotiation;

public sealed class IpsecPolicyTests
{
    private static readonly WindowsErrorReported PolicyMatch = new(At(1), Host.Client, null, Code.Windows(13868u));

    [Theory]
    [InlineData("GCMAES256", "AES_GCM_256")]
    [InlineData("Group14", "group14")]
    public void Two_spellings_of_one_algorithm_are_no_difference(string client, string server) => Assert.StartsWith("RuledOut", Assert.Single(Judge(
        new IpsecPolicyMismatch(), Client(("EncryptionMethod", client)), Gateway(("EncryptionMethod", server)))), StringComparison.Ordinal);

    [Fact]
    public void One_policy_against_defaults_is_found_where_the_error_says_so() => Assert.Equal(
        ["Found: DHGroup is Group14 on the VPN server, and the client has no policy of its own, so that it uses Group2"],
        Judge(new IpsecPolicyMismatch(), Client(), Gateway(("DHGroup", "Group14")), PolicyMatch));

    [Fact]
    public void Without_the_error_it_stays_open() => Assert.StartsWith("Undecided", Assert.Single(Judge(
        new IpsecPolicyMismatch(), Client(("DHGroup", "Group14")), Gateway())), StringComparison.Ordinal);

    [Fact]
    public void A_gateway_whose_policy_is_not_shown_is_not_judged() => Assert.Empty(Judge(
        new IpsecPolicyMismatch(), Client(("DHGroup", "Group14")), new GatewayConfigured(At(2), Host.VpnServer, null, null, null, null, null), PolicyMatch));

    [Fact]
    public void Different_groups_for_PFS_are_not_a_mismatch_of_the_first_keys()
    {
        var (client, gateway) = (Client(("PfsGroup", "PFS2048"), ("DHGroup", "Group14")), Gateway(("PfsGroup", "None"), ("DHGroup", "Group14")));

        Assert.StartsWith("RuledOut", Assert.Single(Judge(new IpsecPolicyMismatch(), client, gateway)), StringComparison.Ordinal);
        Assert.StartsWith("Found", Assert.Single(Judge(new PfsGroupsDiffer(), client, gateway)), StringComparison.Ordinal);
    }

    private static ProfileRead Client(params (string, string)[] settings) => Dials("vpn.example.com") with { CryptographySuite = Policy(settings) };

    private static GatewayConfigured Gateway(params (string, string)[] settings) => new(At(2), Host.VpnServer, null, null, null, null, Policy(settings));

    private static ImmutableDictionary<string, string> Policy((string Name, string Value)[] settings) =>
        settings.ToImmutableDictionary(one => one.Name, one => one.Value);
}
