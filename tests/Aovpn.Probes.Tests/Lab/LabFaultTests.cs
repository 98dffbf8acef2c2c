using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Lab.Deployment;

namespace Aovpn.Probes.Tests.Lab;

/// <summary>From the fault to the finding: each of the lab's faults over a network in memory.</summary>
public sealed class LabFaultTests
{
    private static readonly ImmutableArray<string> NameFaults = ["internal-dns-down", "internal-dns-wrong"];

    /// <summary>Those of DNS are met in real time, by <see cref="LabNameTests"/>.</summary>
    public static TheoryData<string> Faults => [.. LabFaults.All.Select(fault => fault.Name).Except(NameFaults)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_client_with_all_that_it_needs_is_told_the_cause(string name)
    {
        var fault = LabFaults.Find(name)!;
        var causes = Causes(fault, fault.Method);

        Assert.True(Says(fault, causes), $"{fault.Page ?? "nothing"} is expected, the report says\n{Shown(causes)}");
    }

    /// <summary>What is accepted was written for another gateway and another RADIUS server, before this lab was there.</summary>
    public static TheoryData<string> TabledFaults => [.. LabFaults.All.Select(fault => fault.Name).Except(NameFaults).Intersect(Table.Select(row => row.Fault))];

    [Theory]
    [MemberData(nameof(TabledFaults))]
    public void Every_method_is_told_what_the_table_of_causes_accepts(string name)
    {
        var fault = LabFaults.Find(name)!;
        foreach (var row in Table.Where(row => row.Fault == fault.Name))
        {
            var method = Method(row.Method);
            Assert.Null(Wrong(row, isStranger: false, Causes(fault, method)));
            if (method == fault.Method)
                Assert.Null(Wrong(row, isStranger: true, Causes(fault, ProbeMethod.Stranger, wanted: method)));
        }
    }

    [Theory]
    [InlineData(ProbeMethod.Stranger)]
    [InlineData(ProbeMethod.Machine)]
    [InlineData(ProbeMethod.MsChapV2)]
    [InlineData(ProbeMethod.Tls)]
    [InlineData(ProbeMethod.PeapTls)]
    [InlineData(ProbeMethod.PeapMsChapV2)]
    public void A_healthy_lab_gives_no_finding_to_any_method(ProbeMethod method)
    {
        var lab = LabDeployment.Healthy(MemoryDeployment.Now);
        var (lines, _) = MemoryDeployment.Record(lab, MemoryDeployment.Settings(lab, method));
        var diagnosis = MemoryDeployment.Diagnose(lines);

        Assert.Empty(MemoryDeployment.Causes(diagnosis).Select(one => $"{one.Verdict} {one.Page.Id} {one.Page.Title}"));
        if (method is not ProbeMethod.Stranger)
            Assert.Contains(diagnosis.Stages, stage => stage is { Stage: Stage.Connectivity, State: StageState.Passed });
    }

    [Fact]
    public void A_run_is_always_the_same_and_silence_takes_no_time()
    {
        var lab = LabFaults.Find("radius-unknown-client")!.Change(LabDeployment.Healthy(MemoryDeployment.Now));
        var settings = MemoryDeployment.Settings(lab, ProbeMethod.PeapTls);
        var (first, took) = MemoryDeployment.Record(lab, settings);
        var (second, again) = MemoryDeployment.Record(lab, settings);

        // The VPN server asks twice, and waits 1 and 2 s.
        Assert.Equal((TimeSpan.FromSeconds(3), took), (took, again));
        Assert.Equal(first.Select(Kind), second.Select(Kind));
    }

    /// <summary>Whether the report names the fault's page where it should.</summary>
    internal static bool Says(LabFault fault, ImmutableArray<Finding> causes) => fault switch
    {
        { IsVariant: true } => causes.IsEmpty,
        { NeedsLogs: true } => causes.All(cause => cause.Verdict is VerdictKind.Undecided) && causes.Any(cause => cause.Page.Id == fault.Page),
        _ => causes is [{ Verdict: VerdictKind.Found } first, ..] && first.Page.Id == fault.Page,
    };

    internal static string Shown(ImmutableArray<Finding> causes) => string.Join('\n', causes.Take(6).Select(one => $"  {one.Verdict} {one.Page.Id} {one.Page.Title}"));

    private static readonly ImmutableArray<AcceptedCauses> Table = [.. AcceptedCauses.Read(Path.Combine(Folder(), "..", "..", "lab", "CAUSES.tsv"))];

    private static ImmutableArray<Finding> Causes(LabFault fault, ProbeMethod method, ProbeMethod? wanted = null)
    {
        var lab = fault.Change(LabDeployment.Healthy(MemoryDeployment.Now));
        var (lines, _) = MemoryDeployment.Record(lab, MemoryDeployment.Settings(lab, method, wanted: wanted));
        HasNoSecret(lab, string.Join('\n', lines));
        return [.. MemoryDeployment.Causes(MemoryDeployment.Diagnose(lines))];
    }

    private static void HasNoSecret(LabDeployment lab, string text)
    {
        foreach (var secret in lab.Secrets)
        {
            var bytes = Encoding.UTF8.GetBytes(secret);
            foreach (var form in new[] { secret, Convert.ToHexStringLower(bytes), Convert.ToHexString(bytes), Convert.ToBase64String(bytes).TrimEnd('=')[..^1], Convert.ToHexStringLower(Encoding.Unicode.GetBytes(secret)) })
                Assert.DoesNotContain(form, text, StringComparison.Ordinal);
        }
    }

    private static string? Wrong(AcceptedCauses row, bool isStranger, ImmutableArray<Finding> causes)
    {
        var wrong = row.Judge(isStranger, causes is [var first, ..] ? first : null);
        return wrong is null ? null : $"{row.Fault}, {row.Method}, {(isStranger ? "stranger" : "client")}: {wrong}\n{Shown(causes)}";
    }

    private static ProbeMethod Method(string word) => Enum.GetValues<ProbeMethod>().Single(method => EapSteps.Word(method) == (word == "mschapv2" ? "ms-chap-v2" : word == "peap-mschapv2" ? "peap-ms-chap-v2" : word));

    /// <summary>An entry without what differs from run to run.</summary>
    private static string Kind(string line) => line[..Math.Min(line.Length, 40)];

    private static string Folder([System.Runtime.CompilerServices.CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
