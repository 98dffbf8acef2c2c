using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Aovpn.Diagnosis;

/// <summary>
/// Makes one of each class that implements an interface: rules and readers are sets, nobody keeps a list. Their assembly is rooted
/// in the published program, so that none is trimmed; a test compares the published list with this one.
/// </summary>
internal static class Discovery
{
    /// <summary>Classes of an assembly that can be made: to list them takes longer than to look them through.</summary>
    private static readonly ConcurrentDictionary<Assembly, Lazy<Type[]>> Classes = new();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assembly is a TrimmerRootAssembly of the program.")]
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The same.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The same.")]
    public static ImmutableArray<T> Implementing<T>(Assembly assembly) =>
    [
        .. Classes.GetOrAdd(assembly, static one => new(() => [.. one.GetTypes().Where(type => type is { IsAbstract: false, IsClass: true })])).Value
            .Where(type => type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];

    /// <summary>The one of a full name, without looking at the others; null when there is none.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The assembly is a TrimmerRootAssembly of the program.")]
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The same.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The same.")]
    public static T? Named<T>(Assembly assembly, string fullName)
        where T : class => assembly.GetType(fullName) is { IsAbstract: false } found && found.IsAssignableTo(typeof(T)) ? (T)Activator.CreateInstance(found)! : null;
}
