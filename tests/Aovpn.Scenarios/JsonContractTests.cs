using System.Text.Json;

namespace Aovpn.Scenarios;

/// <summary>The shape of <c>aovpn diagnose --format json</c>: every member that the contract names is there, of its type; more may be added.</summary>
public sealed class JsonContractTests
{
    private static readonly string[] Roles = ["Client", "VpnServer", "NpsServer", "CertificationAuthority", "DomainController", "Unknown"];
    private static readonly string[] VerdictOrder = ["found", "undecided", "ruled-out", "error"];

    [Theory]
    [InlineData("healthy")]
    [InlineData("13801-no-server-authentication")]
    [InlineData("three-hosts-three-clocks")]
    [InlineData("oops-no-filter-in-profile")]
    public void The_report_keeps_the_contract(string scenario)
    {
        using var document = JsonDocument.Parse(Scenario.Named(scenario).Diagnose("json").Output);
        var root = document.RootElement;

        Assert.Equal("aovpn.diagnosis/1", Text(root, "schema"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", Text(root, "asOf"));
        Assert.All(List(root, "symptoms"), Symptom);
        Assert.All(List(root, "stages"), Stage);
        Assert.Equal(8, List(root, "stages").Length);
        Assert.All(List(root, "findings"), Finding);
        Assert.All(List(root, "next"), Next);
        Assert.NotEmpty(List(root, "artifacts"));
        Assert.All(List(root, "artifacts"), Artifact);
    }

    [Theory]
    [InlineData("13801-no-server-authentication")]
    [InlineData("three-hosts-three-clocks")]
    [InlineData("oops-no-filter-in-profile")]
    public void Found_stands_before_undecided_before_ruled_out_and_ranks_count_from_one(string scenario)
    {
        using var document = JsonDocument.Parse(Scenario.Named(scenario).Diagnose("json").Output);
        var findings = List(document.RootElement, "findings");

        Assert.NotEmpty(findings);
        Assert.Equal(Enumerable.Range(1, findings.Length), findings.Select(finding => Number(finding, "rank")));
        var verdicts = findings.Select(finding => Array.IndexOf(VerdictOrder, Text(finding, "verdict"))).ToArray();
        Assert.Equal(verdicts.Order(), verdicts);
    }

    private static void Symptom(JsonElement symptom)
    {
        Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", Text(symptom, "id"));
        Of(symptom, "code", JsonValueKind.Number, JsonValueKind.Null);
        Of(symptom, "symbol", JsonValueKind.String, JsonValueKind.Null);
        if (Of(symptom, "hex", JsonValueKind.String, JsonValueKind.Null) is { ValueKind: JsonValueKind.String } hex)
            Assert.Matches("^0x[0-9A-F]{8}$", hex.GetString());
        Assert.All(List(symptom, "evidence"), Evidence);
    }

    private static void Stage(JsonElement stage)
    {
        Assert.Matches("^([A-Z][a-z]+)+$", Text(stage, "stage"));
        Assert.Contains(Text(stage, "state"), (string[])["passed", "failed", "unknown", "not-reached"]);
        Assert.All(List(stage, "evidence"), Evidence);
    }

    private static void Finding(JsonElement finding)
    {
        Assert.Matches(@"^AOV\d{3}$", Text(finding, "id"));
        Assert.All(List(finding, "causes"), cause => Assert.Matches(@"^RC-[0-9A-Z]{3}[a-z]?$", cause.GetString()));
        Assert.Contains(Text(finding, "verdict"), VerdictOrder);
        Assert.Contains(Text(finding, "about"), Roles);
        Assert.Contains(Text(finding, "severity"), (string[])["error", "warning", "note"]);
        Assert.NotEqual("", Text(finding, "title"));
        Assert.NotEqual("", Text(finding, "message"));
        Assert.All(List(finding, "explains"), one => Assert.True(one.ValueKind is JsonValueKind.Number or JsonValueKind.String));
        Assert.True(Number(finding, "count") >= 0);
        foreach (var time in (string[])["first", "last"])
        {
            if (Of(finding, time, JsonValueKind.String, JsonValueKind.Null) is { ValueKind: JsonValueKind.String } at)
                Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$", at.GetString());
        }

        Assert.All(List(finding, "evidence"), Evidence);
        if (Text(finding, "verdict") is "found")
            Assert.NotEmpty(List(finding, "evidence"));
        Assert.All(List(finding, "fix"), fix =>
        {
            Assert.Contains(Text(fix, "where"), Roles);
            Assert.NotEqual("", Text(fix, "text"));
            Assert.All(List(fix, "commands"), command => Assert.Equal(JsonValueKind.String, command.ValueKind));
        });
    }

    private static void Next(JsonElement next)
    {
        Assert.NotEqual("", Text(next, "need"));
        Assert.Contains(Text(next, "from"), Roles);
        Assert.NotEqual("", Text(next, "why"));
        Of(next, "command", JsonValueKind.String, JsonValueKind.Null);
    }

    private static void Artifact(JsonElement artifact)
    {
        Assert.NotEqual("", Text(artifact, "name"));
        Assert.NotEqual("", Text(artifact, "kind"));
        Assert.Matches("^[0-9a-f]{64}$", Text(artifact, "sha256"));
        Assert.Contains(Text(artifact, "host"), Roles);
        Assert.True(Number(artifact, "records") >= 0);
        Assert.True(Number(artifact, "unreadable") >= 0);
    }

    private static void Evidence(JsonElement evidence)
    {
        Assert.NotEqual("", Text(evidence, "artifact"));
        Text(evidence, "locator");
        Of(evidence, "excerpt", JsonValueKind.String, JsonValueKind.Null);
    }

    private static string Text(JsonElement parent, string name) => Of(parent, name, JsonValueKind.String).GetString()!;

    private static int Number(JsonElement parent, string name) => Of(parent, name, JsonValueKind.Number).GetInt32();

    private static JsonElement[] List(JsonElement parent, string name) => [.. Of(parent, name, JsonValueKind.Array).EnumerateArray()];

    private static JsonElement Of(JsonElement parent, string name, params JsonValueKind[] kinds)
    {
        Assert.True(parent.TryGetProperty(name, out var member), $"{name} is missing in {parent}");
        Assert.Contains(member.ValueKind, kinds);
        return member;
    }
}
