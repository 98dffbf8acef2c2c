namespace Aovpn.Scenarios;

/// <summary>
/// Every folder beside this file with a scenario.md is a failure, or a healthy deployment, from evidence to report: the program is run
/// on its evidence, and its answer compared with what scenario.md says and with expected.txt.
/// </summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. Scenario.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_right_cause_comes_first(string name)
    {
        var scenario = Scenario.Named(name);
        var answer = scenario.Diagnose("json");

        Assert.Equal(scenario.Exit, answer.ExitStatus);
        Assert.Equal(scenario.First, answer.First);
        Assert.Equal(scenario.Found, answer.Found);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_report_reads_as_it_should(string name)
    {
        var scenario = Scenario.Named(name);
        scenario.MatchReport(scenario.Diagnose("text").Output);
    }
}
