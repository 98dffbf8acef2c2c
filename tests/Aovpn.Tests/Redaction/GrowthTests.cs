using Aovpn.Reports.Redaction;

namespace Aovpn.Tests.Redaction;

/// <summary>Redaction takes twice the work for twice the text, however many names were met; counted in look-ups.</summary>
public sealed class GrowthTests
{
    [Fact]
    public void Twice_the_names_in_twice_the_lines_take_twice_the_look_ups()
    {
        var (small, large) = (Lookups(2_000), Lookups(4_000));
        Assert.InRange((double)large / small, 1.5, 2.5);
    }

    [Fact]
    public void More_names_do_not_make_the_same_text_slower()
    {
        var (few, many) = (new Redactor([], Names(10)), new Redactor([], Names(10_000)));
        foreach (var redactor in new[] { few, many })
            redactor.Line("Ann Other Person 3 says that the connection of Somebody 77 fails with 809");
        Assert.Equal(few.Lookups, many.Lookups);
    }

    [Theory]
    [InlineData("ann other person 3 calls", "user-4 calls")]
    [InlineData("Ann Other Person 33 calls", "user-34 calls")]
    [InlineData("Ann Other Person 3x calls", "Ann Other Person 3x calls")]
    [InlineData("xAnn Other Person 3 calls", "xAnn Other Person 3 calls")]
    [InlineData("Ann Other Ann Other Person 3", "Ann Other user-4")]
    [InlineData("Ann Other", "Ann Other")]
    public void The_longest_name_counts_and_stands_alone(string line, string hidden) => Assert.Equal(hidden, new Redactor([], Names(50)).Line(line));

    private static long Lookups(int count)
    {
        var redactor = new Redactor([], Names(count));
        foreach (var name in Names(count))
            Assert.StartsWith("user-", redactor.Line($"{name} cannot connect: error 809 on the VPN of the branch office"), StringComparison.Ordinal);
        return redactor.Lookups;
    }

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(number => $"Ann Other Person {number}");
}
