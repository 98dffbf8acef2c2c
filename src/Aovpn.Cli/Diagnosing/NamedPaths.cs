using Aovpn.Intake;

namespace Aovpn.Cli.Diagnosing;

/// <summary>What is to be read. An existing path wins over a host of the same name.</summary>
internal static class NamedPaths
{
    private const string HostPrefix = "host:";

    /// <exception cref="UsageException">Nothing is named, or nothing of it exists.</exception>
    public static IReadOnlyList<string> Of(DiagnoseArguments arguments, IEnumerable<NamedHost> hosts)
    {
        var paths = arguments.Paths.ToList();
        // A place inside of an archive (bundle.zip/client) says whose it is; the archive is named by itself.
        paths.AddRange(hosts.Select(host => host.Path).Where(Exists));

        if (arguments.Paths.FirstOrDefault(path => path.StartsWith(HostPrefix, StringComparison.OrdinalIgnoreCase) && !Exists(path)) is { } named)
            throw new UsageException($"{named}: live probing of a gateway is not in this version; nothing was sent. Name files, folders or archives.");
        if (paths.Count == 0 && arguments.Symptoms.Count == 0)
            throw new UsageException(arguments.Hosts.Count > 0 ? "the paths of --host do not exist." : "name files, folders or archives to read, - for standard input, or say what happens with --symptom \"...\".");
        if (paths.Count == 0 || paths.Any(Exists) || arguments.Symptoms.Count > 0)
            return paths;
        throw new UsageException(LooksLikeHost(paths[0])
            ? $"{paths[0]} is no file or folder here, and live probing of a gateway of that name is not in this version; nothing was sent."
            : $"{paths[0]} does not exist.");
    }

    private static bool Exists(string path) => path == EvidenceIntake.StandardInput || Path.Exists(path);

    private static bool LooksLikeHost(string path) => !path.AsSpan().ContainsAny('/', '\\') && !path.StartsWith('.');
}
