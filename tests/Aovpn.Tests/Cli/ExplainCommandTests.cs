using System.Text.Json;
using Aovpn.Cli;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Tests.Cli;

public sealed class ExplainCommandTests
{
    [Fact]
    public void An_explanation_is_status_0_and_says_what_the_specification_says()
    {
        var (status, output, error) = Run("explain", "809");

        Assert.Equal((ExitStatus.NothingFound, ""), (status, error));
        Assert.Contains("ERROR_VPN_TIMEOUT", output, StringComparison.Ordinal);
        Assert.Contains("Possible causes", output, StringComparison.Ordinal);
        Assert.Contains("UDP ports 500 and 4500", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n').Where(line => !line.StartsWith("      ", StringComparison.Ordinal)), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 100));
    }

    [Theory]
    [InlineData("-2146762495")]
    [InlineData("0x800B0101")]
    [InlineData("CERT_E_EXPIRED")]
    public void A_signed_number_is_something_to_explain_and_not_an_option(string asked) =>
        Assert.Contains("0x800B0101", Run("explain", asked).Output, StringComparison.Ordinal);

    [Fact]
    public void Words_need_no_quotation_marks() => Assert.StartsWith("NPS reason 16", Run("explain", "NPS", "reason", "16").Output, StringComparison.Ordinal);

    [Fact]
    public void What_is_not_known_is_a_matter_of_usage_and_comes_with_suggestions()
    {
        var (status, output, error) = Run("explain", "machine certificate on the moon");

        Assert.Equal((ExitStatus.Usage, ""), (status, output));
        Assert.Contains("Near to it:", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_same_answer()
    {
        using var document = JsonDocument.Parse(Run("explain", "13801", "--format", "json").Output);
        var answer = document.RootElement.GetProperty("answers")[0];

        Assert.Equal("aovpn.explanation/1", document.RootElement.GetProperty("schema").GetString());
        Assert.Equal(13801, answer.GetProperty("code").GetInt32());
        Assert.Equal("0x000035E9", answer.GetProperty("hex").GetString());
        Assert.Equal("ServerAuthentication", answer.GetProperty("stage").GetString());
        Assert.NotEqual(0, answer.GetProperty("causes").GetArrayLength());
        Assert.Equal(JsonValueKind.Array, answer.GetProperty("causes")[0].GetProperty("fix").ValueKind);
    }

    [Fact]
    public void Rules_lists_every_page_in_both_forms()
    {
        var text = Run("rules").Output;
        using var document = JsonDocument.Parse(Run("rules", "--format", "json").Output);

        Assert.Equal(RuleBook.Default.Pages.Select(page => page.Id), document.RootElement.EnumerateArray().Select(rule => rule.GetProperty("id").GetString()));
        Assert.All(RuleBook.Default.Pages, page => Assert.Contains(page.Title, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_page_can_be_explained() =>
        Assert.All(RuleBook.Default.Pages, page => Assert.Equal(ExitStatus.NothingFound, Run("explain", page.Id).Status));

    private static (int Status, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = AovpnCommand.Run(arguments, Surroundings.OfProcess() with { Width = 100 }, new() { Output = output, Error = error });
        return (status, output.ToString(), error.ToString());
    }
}
