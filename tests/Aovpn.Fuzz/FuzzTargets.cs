using System.Reflection;
using System.Runtime.CompilerServices;
using Aovpn.Fuzz.Readers;

namespace Aovpn.Fuzz;

/// <summary>All targets, and where the samples are that once broke them.</summary>
public static class FuzzTargets
{
    /// <summary>In the order of their names: the classes here, and one for each of the product's readers.</summary>
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IFuzzTarget)) && type is { IsAbstract: false, IsInterface: false })
            .Where(type => type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (IFuzzTarget)Activator.CreateInstance(type)!)
            .Concat(PassageReaderTarget.All).Concat(ArtifactReaderTarget.All)
            .OrderBy(target => target.Name, StringComparer.Ordinal),
    ];

    /// <summary>Folder with files, mostly <c>tests/samples/</c> and a topic.</summary>
    public static string Samples(string topic) => Path.Combine(Root(), "samples", topic);

    /// <summary>Inputs that once crashed a target, hung it or had a wrong answer. They stay seeds, and a test runs them.</summary>
    public static IEnumerable<string> Regressions(IFuzzTarget target) =>
        Directory.Exists(Samples($"fuzz/{target.Name}")) ? Directory.EnumerateFiles(Samples($"fuzz/{target.Name}")).Order(StringComparer.Ordinal) : [];

    private static string Root([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, ".."));
}
