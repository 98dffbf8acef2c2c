using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Rules;

public sealed class ClueWeightsTests
{
    [Fact]
    public void A_clue_that_few_pages_name_weighs_more()
    {
        var weights = RuleBook.Default.ClueWeights;

        Assert.True(weights.Of(Clue.Parse("topic:gcm")) > weights.Of(Clue.Parse("topic:sstp")));
        Assert.True(weights.Of(Clue.Parse("topic:sstp")) > weights.Of(Clue.Parse("same-for:user")));
        Assert.Equal(0, weights.Of(Clue.Parse("topic:nobody-names-it")));
    }

    [Fact]
    public void A_clue_of_few_pages_alone_is_a_suspicion_and_a_common_one_is_not()
    {
        var weights = RuleBook.Default.ClueWeights;

        Assert.True(weights.Of(Clue.Parse("topic:gcm")) >= weights.Suspicion);
        Assert.True(weights.Of(Clue.Parse("same-for:user")) < weights.Suspicion);
    }
}
