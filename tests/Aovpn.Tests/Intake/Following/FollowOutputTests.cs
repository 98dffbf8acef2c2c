using System.Text;
using Aovpn.Intake.Following;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Intake.Following;

/// <summary>A run may end between any two bytes.</summary>
public sealed class FollowOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.At("out.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_that_a_run_left_half_appended_is_completed_wherever_it_broke_off()
    {
        for (var there = 0; there <= 6; there++)
        {
            using (var output = FollowOutput.Open(Output))
            {
                output.Append("first\n"u8.ToArray(), [], []);
                output.Append("second"u8.ToArray(), [], []);
            }

            using (var file = File.OpenWrite(Output))
                file.SetLength("first\n".Length + there);
            FollowOutput.Open(Output).Dispose();

            Assert.Equal("first\nsecond", File.ReadAllText(Output));
            File.Delete(Output);
            File.Delete(FollowOutput.StatePath(Output));
        }
    }

    [Fact]
    public void A_run_that_ended_before_its_state_had_its_name_has_not_happened()
    {
        using (var output = FollowOutput.Open(Output))
            output.Append("first\n"u8.ToArray(), [], []);
        _folder.Write("out.txt.state.next", "{ \"schema\": \"aov");

        using (var output = FollowOutput.Open(Output))
            output.Append("second\n"u8.ToArray(), [FollowedLog.AtBeginning("/logs/IN1.log")], []);

        Assert.Equal("first\nsecond\n", File.ReadAllText(Output));
        using var last = FollowOutput.Open(Output);
        Assert.Equal("/logs/IN1.log", Assert.Single(last.State!.Logs).Path);
    }

    [Fact]
    public void What_others_append_or_cut_away_is_left_as_it_is()
    {
        using (var output = FollowOutput.Open(Output))
            output.Append("first\n"u8.ToArray(), [], []);
        File.AppendAllText(Output, "by hand\n");
        using (var output = FollowOutput.Open(Output))
            output.Append("second\n"u8.ToArray(), [], []);
        Assert.Equal("first\nby hand\nsecond\n", File.ReadAllText(Output));

        File.WriteAllText(Output, "");
        using (var output = FollowOutput.Open(Output))
            output.Append("third\n"u8.ToArray(), [], []);
        Assert.Equal("third\n", File.ReadAllText(Output));
    }

    [Fact]
    public void An_output_without_its_state_with_a_broken_one_or_of_another_run_is_refused()
    {
        _folder.Write("alone.txt", "lines\n");
        Assert.Contains("alone.txt.state", Assert.Throws<FollowRefusal>(() => FollowOutput.Open(_folder.At("alone.txt"))).Message, StringComparison.Ordinal);

        _folder.Write("broken.txt.state", Encoding.UTF8.GetBytes("{}"));
        Assert.Contains("is no state", Assert.Throws<FollowRefusal>(() => FollowOutput.Open(_folder.At("broken.txt"))).Message, StringComparison.Ordinal);

        using var first = FollowOutput.Open(Output);
        Assert.Contains("another run", Assert.Throws<FollowRefusal>(() => FollowOutput.Open(Output)).Message, StringComparison.Ordinal);
    }
}
