using Aovpn.Intake;

namespace Aovpn.Cli.Diagnosing;

/// <summary><c>--host client=PATH</c>.</summary>
internal static class HostArgument
{
    /// <exception cref="UsageException">No role, or no path.</exception>
    public static NamedHost Of(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1)
            throw new UsageException($"--host {text} names no role and path: write --host client=PATH.");
        var role = HostWords.Role(text[..equals]) ?? throw new UsageException($"--host {text}: '{text[..equals]}' is none of {HostWords.Choice}.");
        return new(text[(equals + 1)..], new(role));
    }
}
