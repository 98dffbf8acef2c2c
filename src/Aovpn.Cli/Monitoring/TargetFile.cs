using System.Text;

namespace Aovpn.Cli.Monitoring;

/// <summary>A list of gateways: a name or address a line; what follows <c>#</c> and empty lines are skipped, and a name that comes again.</summary>
internal static class TargetFile
{
    private const int LongestName = 253;

    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <exception cref="UsageException">It cannot be read, names nobody, or a line is no name.</exception>
    public static string[] Read(string path, Func<Stream> standardInput)
    {
        try
        {
            using var text = new StreamReader(path == "-" ? standardInput() : File.OpenRead(path), Encoding.UTF8);
            var hosts = new List<string>();
            for (var number = 1; text.ReadLine() is { } line; number++)
            {
                var host = line.Split('#')[0].Trim();
                if (host.Length > LongestName || host.Any(IsInNoName))
                    throw new UsageException($"{path} line {number} is no name of a gateway: write one name or address a line.");
                if (host.Length > 0)
                    hosts.Add(host);
            }

            return hosts.Count > 0 ? [.. hosts.Distinct(StringComparer.OrdinalIgnoreCase)] : throw new UsageException($"{path} names no gateway: write one name or address a line.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {failure.Message}");
        }
    }

    /// <summary>An address with an account in it is none: a name is printed, a password must not be.</summary>
    private static bool IsInNoName(char character) => char.IsWhiteSpace(character) || char.IsControl(character) || character is '@' or '/' or '\\' or '"' or '\'' or '=' or ';' or ',';
}
