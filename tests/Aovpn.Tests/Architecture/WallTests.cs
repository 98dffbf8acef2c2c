using System.Reflection;
using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.Model;
using Aovpn.Reports;

namespace Aovpn.Tests.Architecture;

/// <summary>
/// The walls between the projects. What a project may not call by name (files, the console, the clock) the compiler refuses
/// (src/BannedSymbols.PureProjects.txt); what it may not even reach is here.
/// </summary>
public sealed class WallTests
{
    private static readonly string[] World =
    [
        "System.Net.Sockets", "System.Net.NameResolution", "System.Net.Http", "System.Net.Ping", "System.Net.Security", "System.Diagnostics.Process", "System.Console",
        "System.IO.FileSystem.Watcher", "System.IO.Pipes", "Microsoft.Win32.Registry",
    ];

    [Theory]
    [InlineData(typeof(NpsRecord))]
    [InlineData(typeof(CaseFile))]
    public void The_pure_projects_cannot_reach_the_world(Type inProject) => Assert.Empty(References(inProject.Assembly).Intersect(World));

    [Fact]
    public void Codecs_know_nothing_of_us() => Assert.DoesNotContain(References(typeof(NpsRecord).Assembly), name => name.StartsWith("Aovpn.", StringComparison.Ordinal));

    [Fact]
    public void Diagnosis_knows_only_codecs() =>
        Assert.Equal(["Aovpn.Codecs"], References(typeof(CaseFile).Assembly).Where(name => name.StartsWith("Aovpn.", StringComparison.Ordinal)));

    [Fact]
    public void Reports_gather_nothing() => Assert.DoesNotContain("Aovpn.Intake", References(typeof(TextReport).Assembly));

    [Fact]
    public void Observations_are_sealed_and_cannot_be_changed()
    {
        var observations = typeof(Observation).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Observation))).ToArray();

        Assert.NotEmpty(observations);
        Assert.All(observations, type => Assert.True(type.IsSealed, $"{type.Name} is not sealed"));
        Assert.All(observations.SelectMany(type => type.GetProperties()), property => Assert.True(
            property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit"),
            $"{property.DeclaringType!.Name}.{property.Name} can be set"));
    }

    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines()
    {
        var root = Path.Combine(SourceRoot(), "src");
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => File.ReadLines(file).Count() > 400);
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static string SourceRoot([System.Runtime.CompilerServices.CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));
}
