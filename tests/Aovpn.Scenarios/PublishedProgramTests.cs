using System.CommandLine;
using Aovpn.Cli;

namespace Aovpn.Scenarios;

/// <summary>
/// The program as it is handed out. Compiled ahead of time it must hold what discovery by reflection finds here: every rule, page and reader.
/// </summary>
public sealed class PublishedProgramTests(PublishedProgram program) : IClassFixture<PublishedProgram>
{
    [Fact]
    public void It_knows_every_cause_that_the_unpublished_one_knows()
    {
        var (status, output) = program.Run("rules", "--format", "json");

        Assert.Equal(0, status);
        Assert.Equal(InThisProcess("rules", "--format", "json"), output);
    }

    [Fact]
    public void It_reads_every_kind_of_evidence_that_the_unpublished_one_reads()
    {
        var healthy = Scenario.Named("healthy");
        var (status, output) = program.Run("diagnose", Path.Combine(healthy.Folder, "evidence"), "--format", "json", "--as-of", "2026-12-01T09:00:00Z");

        Assert.Equal(0, status);
        Assert.Equal(TheProgram.Diagnose(Path.Combine(healthy.Folder, "evidence"), "json", "--as-of", "2026-12-01T09:00:00Z").Output, output);
    }

    [Fact]
    public void It_explains_a_code()
    {
        var (status, output) = program.Run("explain", "809");

        Assert.Equal(0, status);
        Assert.Contains("UDP ports 500 and 4500", output);
    }

    [Fact]
    public void For_Windows_it_is_one_compressed_file()
    {
        var file = new FileInfo(Path.Combine(program.PublishFor("win-x64", "--self-contained", "-p:PublishAot=false", "-p:PublishSingleFile=true", "-p:EnableCompressionInSingleFile=true"), "aovpn.exe"));

        Assert.InRange(file.Length, 10L << 20, 80L << 20);
        using var start = file.OpenRead();
        Assert.Equal(("MZ"u8[0], "MZ"u8[1]), ((byte)start.ReadByte(), (byte)start.ReadByte()));
    }

    private static string InThisProcess(params string[] arguments)
    {
        using var output = new StringWriter();
        AovpnCommand.Run(arguments, new Surroundings(() => Stream.Null, TimeProvider.System, Width: 100, Colour: false, ProgressIsSeen: false, IsDebugging: true), new InvocationConfiguration { Output = output });
        return output.ToString();
    }
}
