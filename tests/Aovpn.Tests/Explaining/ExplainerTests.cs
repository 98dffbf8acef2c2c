using Aovpn.Diagnosis.Explaining;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Explaining;

public sealed class ExplainerTests
{
    [Theory]
    [InlineData("809", "809")]
    [InlineData("error code 809", "809")]
    [InlineData("Error 809:", "809")]
    [InlineData("0x800B0109", "0x800B0109")]
    [InlineData("800b0109", "0x800B0109")]
    [InlineData("-2146762495", "0x800B0101")]
    [InlineData("2148204545", "0x800B0001")]
    [InlineData("2148204809", "0x800B0109")]
    [InlineData("0x800735E9", "13801")]
    [InlineData("-2147011095", "13801")]
    [InlineData("0x329", "809")]
    [InlineData("ERROR_IPSEC_IKE_AUTH_FAIL", "13801")]
    [InlineData("error_ipsec_ike_auth_fail", "13801")]
    [InlineData("NPS reason 16", "NPS reason 16")]
    [InlineData("reason code 16", "NPS reason 16")]
    [InlineData("Reason-Code 66", "NPS reason 66")]
    [InlineData("nps:16", "NPS reason 16")]
    [InlineData("IAS_AUTH_FAILURE", "NPS reason 16")]
    [InlineData("event 20227", "event 20227 (RasClient)")]
    [InlineData("Event ID 20276", "event 20276 (RemoteAccess)")]
    [InlineData("20276", "event 20276 (RemoteAccess)")]
    [InlineData("RasClient 20227", "event 20227 (RasClient)")]
    [InlineData("AADSTS53000", "AADSTS53000")]
    [InlineData("EAP type 25", "EAP type 25")]
    [InlineData("PEAP", "EAP type 25")]
    [InlineData("IKE notify 14", "IKE notify 14")]
    [InlineData("NO_PROPOSAL_CHOSEN", "IKE notify 14")]
    [InlineData("no_proposal_chosen", "IKE notify 14")]
    [InlineData("64", "0x80070040")]
    [InlineData("never dials", "never-dials")]
    [InlineData("never-dials", "never-dials")]
    [InlineData("Oops - You can't get to this yet", "oops")]
    [InlineData("a certificate could not be found", "798")]
    [InlineData("IKE authentication credentials are unacceptable", "13801")]
    [InlineData("Policy match error", "13868")]
    [InlineData("CoId={0A1B2C3D-0000-0000-0000-000000000001}: The user CORP\\alice dialed a connection named AlwaysOn which has failed. The error code returned on failure is 809.", "809")]
    [InlineData("Verifying the chain on the gateway gw1 ended with 0x800B0109 last night at nine", "0x800B0109")]
    public void Every_form_in_which_people_paste_a_code_is_read(string asked, string name)
    {
        var explanation = Explainer.Explain(asked);
        Assert.NotEmpty(explanation.Answers);
        Assert.Equal(name, explanation.Answers[0].Name);
        Assert.NotEmpty(explanation.Answers[0].Meaning);
    }

    [Fact]
    public void A_bare_number_lists_every_family_that_knows_it_and_the_reason_of_NPS_first() =>
        Assert.Equal(
            ["NPS reason 16", "event 16 (RasSstp)", "event 16 (NPS)", "IKE notify 16"],
            Explainer.Explain("16").Answers.Select(answer => answer.Name));

    [Fact]
    public void An_HRESULT_that_wraps_another_code_says_so() =>
        Assert.Equal("0x800735E9 is the HRESULT form of 13801", Assert.Single(Explainer.Explain("0x800735E9").Answers).ReadAs);

    [Fact]
    public void A_wrapped_Windows_error_that_is_not_in_the_catalogue_says_how_to_get_its_text()
    {
        var answer = Assert.Single(Explainer.Explain("0x8007052E").Answers);
        Assert.Equal("0x8007052E", answer.Name);
        Assert.Contains("net helpmsg 1326", answer.Meaning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the IKE credentials are not acceptible for authentication", "13801")]
    [InlineData("IKE authentification credentails are unacceptable", "13801")]
    [InlineData("IKE faild to find a valid machine certifcate", "13806")]
    [InlineData("unacceptable authentication credentials IKE", "13801")]
    [InlineData("name of the remote access server didn't resolve", "868")]
    [InlineData("connection prevented because of a policy configured on RAS VPN server", "812")]
    [InlineData("certificate chain terminated in root certificate that is not trusted", "0x800B0109")]
    [InlineData("remote server is not responding VPN connection could not be established firewalls NAT routers", "809")]
    public void A_sentence_with_slips_or_in_another_order_is_recognised(string asked, string name) =>
        Assert.Contains(name, Explainer.Explain(asked).Answers.Select(answer => answer.Name));

    [Theory]
    [InlineData("flowers in the garden of my aunt")]
    [InlineData("xyzzy")]
    [InlineData("")]
    [InlineData("the the the")]
    [InlineData("AOV000")]
    [InlineData("RC-999")]
    public void What_means_nothing_is_not_answered(string asked) => Assert.Empty(Explainer.Explain(asked).Answers);

    [Fact]
    public void What_comes_near_is_suggested()
    {
        var explanation = Explainer.Explain("machine certificate on the moon");
        Assert.Empty(explanation.Answers);
        Assert.NotEmpty(explanation.Suggestions);
        Assert.All(explanation.Suggestions, suggestion => Assert.NotEmpty(Explainer.Explain(suggestion.Ask).Answers));
    }

    [Fact]
    public void Causes_come_with_the_earlier_stage_first_and_then_the_more_common()
    {
        var causes = Explainer.Explain("13801").Answers[0].Causes;
        Assert.NotEmpty(causes);
        Assert.Equal(causes.OrderBy(cause => cause.Page.Stage).ThenBy(cause => cause.Page.Commonness).ThenBy(cause => cause.Page.Id, StringComparer.Ordinal), causes);
        Assert.All(causes, cause => Assert.Contains(new Explained(Code.Windows(13801u)), cause.Page.Explains));
    }

    [Fact]
    public void A_cause_is_explained_by_its_id_and_a_family_lists_its_members()
    {
        Assert.Equal("AOV401", Assert.Single(Explainer.Explain("aov401").Answers).Name);
        Assert.Equal("AOV401", Assert.Single(Explainer.Explain("RC-030b").Answers).Name);
        var family = Assert.Single(Explainer.Explain("rc-030").Answers);
        Assert.Equal("RC-030", family.Name);
        Assert.Contains(family.Causes, cause => cause.Page.Id == "AOV401");
        Assert.All(family.Causes, cause => Assert.Contains(cause.Page.Causes, id => id.StartsWith("RC-030", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_to_collect_is_what_the_rule_needs() =>
        Assert.All(RuleBook.Default.Pages, page => Assert.Equal(
            (RuleBook.Default.Rules.GetValueOrDefault(page.Name)?.Needs ?? page.Needs).Distinct().Select(need => (need.From, need.Kind)),
            Assert.Single(PageIndex.Default.WithId(page.Id)).Evidence.Select(one => (one.From, one.Need.Kind))));

    [Fact]
    public void Anything_at_all_may_be_asked()
    {
        var random = new Random(7);
        foreach (var length in Enumerable.Range(0, 200))
            Explainer.Explain(new string([.. Enumerable.Range(0, length).Select(_ => (char)random.Next(1, 400))]));
        Explainer.Explain(new string('9', 10_000));
        Explainer.Explain("-2147483648");
        Explainer.Explain("-99999999999999");
    }
}
