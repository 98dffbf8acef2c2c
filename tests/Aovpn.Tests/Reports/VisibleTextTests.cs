using Aovpn.Reports;

namespace Aovpn.Tests.Reports;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain, Müller, 田中, 😀, tab\tand\nline", "plain, Müller, 田中, 😀, tab\tand\nline")]
    [InlineData("\e[2Jgone", "\\u001B[2Jgone")]
    [InlineData("exe.\u202Etxt", "exe.\\u202Etxt")]
    [InlineData("a\0b\u0085c\u2028d", "a\\u0000b\\u0085c\\u2028d")]
    public void What_steers_a_terminal_is_written_out(string text, string shown) => Assert.Equal(shown, VisibleText.Of(text));

    [Fact]
    public void Half_of_a_pair_is_written_out() => Assert.Equal("half \\uD83D of one", VisibleText.Of("half \uD83D of one"));
}
