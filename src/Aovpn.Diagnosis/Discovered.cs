using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Rules;

namespace Aovpn.Diagnosis;

/// <summary>
/// One of each rule and reader: they are sets, nobody keeps a list. The compiler writes it (Aovpn.Discovery), as to look for them when the program
/// starts would take half of a short run (decision 0013); a test compares it with what reflection finds.
/// </summary>
internal static partial class Discovered
{
    /// <summary>Each with the name of its class, which only reflection could tell.</summary>
    public static partial (string Name, IRule Rule)[] Rules { get; }

    public static partial IArtifactReader[] ArtifactReaders { get; }

    public static partial IPassageReader[] PassageReaders { get; }

    /// <summary>Of each page beside a rule its name, its front matter and a line of three dashes: what every diagnosis reads, in one piece.</summary>
    public static partial string PageFronts { get; }

    /// <summary>The same by looking, for an assembly that was compiled without Aovpn.Discovery.</summary>
    [RequiresUnreferencedCode("Classes that nobody names are trimmed.")]
    public static ImmutableArray<T> Implementing<T>(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
