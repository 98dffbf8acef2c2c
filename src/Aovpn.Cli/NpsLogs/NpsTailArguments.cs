namespace Aovpn.Cli.NpsLogs;

/// <summary>The command line of <c>aovpn nps tail</c>.</summary>
internal sealed record NpsTailArguments
{
    public required string[] Logs { get; init; }

    public string? Output { get; init; }

    public bool IsJson { get; init; }

    public bool FromStart { get; init; }

    public bool Once { get; init; }

    public bool IsQuiet { get; init; }
}
