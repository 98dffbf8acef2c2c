using Aovpn.Codecs;
using Aovpn.Fuzz;

namespace Aovpn.Tests.Fuzzing;

/// <summary>
/// Every target of the fuzzer without its guidance: good inputs are read, inputs that once broke something are, and so are a few hundred
/// changed ones. <c>dotnet run dev.cs -- fuzz</c> does the searching.
/// </summary>
public sealed class FuzzTargetTests
{
    private const int Changes = 300;

    public static TheoryData<string> Names => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Seeds_get_past_the_header(string name)
    {
        var target = Target(name);
        byte[][] seeds = [.. target.Seeds()];

        Assert.NotEmpty(seeds);
        Assert.All(seeds, seed => Assert.True(target.Run(seed), $"a seed of {seed.Length} bytes is not recognized"));
        Assert.All(seeds, seed => Assert.True(seed.Length <= target.MaxLength, $"a seed of {seed.Length} bytes is longer than {target.MaxLength}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_once_broke_it_breaks_it_no_more(string name)
    {
        var target = Target(name);

        Assert.All(FuzzTargets.Regressions(target), file => Run(target, File.ReadAllBytes(file)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Changed_inputs_break_nothing(string name)
    {
        var target = Target(name);
        var mutator = new Mutator(target, new Random(name.Length));
        byte[][] seeds = [.. target.Seeds()];
        var past = 0;
        for (var change = 0; change < Changes; change++)
            past += Run(target, mutator.Change(seeds[change % seeds.Length], seeds[change * 7 % seeds.Length]));

        Assert.True(past > Changes / 4, $"only {past} of {Changes} changed inputs got past the header: the target repairs too little");
    }

    private static IFuzzTarget Target(string name) => FuzzTargets.All.Single(target => target.Name == name);

    private static int Run(IFuzzTarget target, byte[] input)
    {
        try
        {
            return target.Run(input) ? 1 : 0;
        }
        catch (MalformedException malformed)
        {
            return malformed.Offset >= target.HeaderLength ? 1 : 0;
        }
    }
}
