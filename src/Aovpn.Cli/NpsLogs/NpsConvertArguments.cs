namespace Aovpn.Cli.NpsLogs;

/// <summary>The command line of <c>aovpn nps convert</c>.</summary>
internal sealed record NpsConvertArguments
{
    public required string[] Logs { get; init; }

    public required string Output { get; init; }

    /// <summary>Null where the extension of <see cref="Output"/> tells.</summary>
    public string? To { get; init; }

    public bool IsQuiet { get; init; }
}
