using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Probes.Steps.Inside;

namespace Aovpn.Cli.Probing;

/// <summary>What to ask through the tunnel, of what was typed.</summary>
internal static class InsideChoice
{
    /// <exception cref="UsageException">An address or a port is none.</exception>
    public static ImmutableArray<InsideQuestion> Of(ProbeArguments arguments) =>
    [
        .. arguments.Pings.Select(text => new InsideQuestion.Ping(ProbeChoice.Parsed(text, "--ping"))),
        .. arguments.Names.Select(name => new InsideQuestion.Resolve(name)),
        .. arguments.Connections.Select(Connection),
    ];

    private static InsideQuestion.Connect Connection(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
            ? new(text[..colon].Trim('[', ']'), port)
            : throw new UsageException($"--connect {text} names no port: write files.corp.example:445.");
    }
}
