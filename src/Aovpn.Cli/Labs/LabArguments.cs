namespace Aovpn.Cli.Labs;

/// <summary>What was typed after <c>aovpn lab</c>.</summary>
internal sealed record LabArguments
{
    public string? Fault { get; init; }

    public string? Method { get; init; }

    public bool Lists { get; init; }

    public string? Folder { get; init; }

    public required string Listen { get; init; }

    public int Port { get; init; }

    public int Port4500 { get; init; }

    public int RadiusPort { get; init; }
}
