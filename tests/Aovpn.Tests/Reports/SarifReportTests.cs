using System.Runtime.CompilerServices;
using System.Text.Json;
using Aovpn.Reports;
using Aovpn.Reports.Sarif;
using Aovpn.Tests.Support;
using NJsonSchema;

namespace Aovpn.Tests.Reports;

public sealed class SarifReportTests
{
    [Fact]
    public async Task Sarif_is_valid_by_its_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Schema(), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(Render()));
        Assert.NotEmpty(schema.Validate(Render().Replace("\"fail\"", "\"failed\"", StringComparison.Ordinal))); // The schema does look.
        Assert.NotEmpty(schema.Validate(Render().Replace("\"ruleId\"", "\"ruleName\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sarif_reads_like_this() => Snapshot.Match(Render(), "sample.sarif");

    [Fact]
    public void Found_fails_undecided_is_open_ruled_out_passes()
    {
        using var log = JsonDocument.Parse(Render());
        var results = log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();
        Assert.Equal(
            ["AOV402 fail error", "AOV403 open none", "AOV401 pass none"],
            results.Select(result => $"{result.GetProperty("ruleId")} {result.GetProperty("kind")} {result.GetProperty("level")}"));
    }

    private static string Render()
    {
        using var text = new StringWriter { NewLine = "\n" };
        new SarifReport().Write(SampleDiagnosis.Make(), SampleDiagnosis.Excerpts(), ReportOptions.Default, text);
        return text.ToString();
    }

    private static string Schema([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "schemas", "sarif-2.1.0.json");
}
