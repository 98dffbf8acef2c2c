using System.Text.Json;
using Aovpn.Generators.Evtx;

namespace Aovpn.Scenarios;

/// <summary>Scenarios whose evidence has Windows events as XML, again with the same events as .evtx: whoever copies the log itself learns the same.</summary>
public sealed class EventLogScenarioTests
{
    public static TheoryData<string> Names => [.. Scenario.All.Where(scenario => EventFiles(scenario).Any()).Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_logs_themselves_say_what_their_XML_says(string name)
    {
        var scenario = Scenario.Named(name);
        var folder = Directory.CreateTempSubdirectory("aovpn-scenario-");
        try
        {
            var evidence = Path.Combine(folder.FullName, "evidence");
            var logs = Copy(scenario, evidence);
            var answer = scenario.Diagnose("json", evidence);

            Assert.Equal(scenario.Exit, answer.ExitStatus);
            Assert.Equal(scenario.First, answer.First);
            Assert.Equal(scenario.Found, answer.Found);
            Assert.Equal(Findings(scenario.Diagnose("json").Output), Findings(answer.Output));
            Assert.Equal(logs, Kinds(answer.Output).Count(kind => kind == "evtx"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> EventFiles(Scenario scenario) =>
        Directory.EnumerateFiles(Path.Combine(scenario.Folder, "evidence"), "*.xml", SearchOption.AllDirectories).Where(file => EventXmlLog.IsEvents(File.ReadAllText(file)));

    /// <returns>How many logs were written in place of XML.</returns>
    private static int Copy(Scenario scenario, string evidence)
    {
        var origin = Path.Combine(scenario.Folder, "evidence");
        var asLogs = EventFiles(scenario).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(origin, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(evidence, Path.GetRelativePath(origin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (asLogs.Contains(file))
                File.WriteAllBytes(Path.ChangeExtension(copy, ".evtx"), EventXmlLog.Of(File.ReadAllText(file)).ToArray());
            else
                File.Copy(file, copy);
        }

        return asLogs.Count;
    }

    /// <summary>All of a finding but where it was read.</summary>
    private static string[] Findings(string report)
    {
        using var document = JsonDocument.Parse(report);
        return
        [
            .. document.RootElement.GetProperty("findings").EnumerateArray().Select(finding => string.Join(" | ", finding.EnumerateObject()
                .Where(member => member.Name is not "evidence")
                .Select(member => $"{member.Name}: {member.Value.GetRawText().Replace(".evtx", ".xml", StringComparison.Ordinal)}"))),
        ];
    }

    private static List<string?> Kinds(string report)
    {
        using var document = JsonDocument.Parse(report);
        return [.. document.RootElement.GetProperty("artifacts").EnumerateArray().Select(artifact => artifact.GetProperty("kind").GetString())];
    }
}
