using Aovpn.Intake;

namespace Aovpn.Tests.Intake;

public sealed class SafeExcerptTests
{
    [Theory]
    [InlineData("SharedSecret = hunter2", "SharedSecret = [secret]")]
    [InlineData("<Shared_Secret dt=\"string\">hunter2</Shared_Secret>", "<Shared_Secret dt=\"string\">[secret]</Shared_Secret>")]
    [InlineData(
        "<A name=\"A\"><Client_Secret_Template_Guid dt=\"string\">{0}</Client_Secret_Template_Guid><Shared_Secret dt=\"string\">my secret=hunter2</Shared_Secret></A>",
        "<A name=\"A\"><Client_Secret_Template_Guid dt=\"string\">[secret]</Client_Secret_Template_Guid><Shared_Secret dt=\"string\">[secret]</Shared_Secret></A>")]
    [InlineData("<Shared_Secret><![CDATA[hunter2]]></Shared_Secret>", "<Shared_Secret>[secret]</Shared_Secret>")]
    [InlineData("New-NpsRadiusClient -SharedSecret hunter2 -Name GW1", "New-NpsRadiusClient -SharedSecret [secret] -Name GW1")]
    [InlineData("  charon psk: \"hunter2\"", "charon psk: [secret]")]
    [InlineData("the password was wrong", "the password was wrong")]
    public void Secrets_are_blanked(string line, string shown) => Assert.Equal(shown, SafeExcerpt.Of(line));

    [Fact]
    public void Controls_become_code_points_and_long_lines_are_cut()
    {
        Assert.Equal("a\\u001B[31mb", SafeExcerpt.Of("a\e[31mb"));
        Assert.Equal(201, SafeExcerpt.Of(new string('x', 5000)).Length);
    }
}
