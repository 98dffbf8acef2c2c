namespace Aovpn.Cli.Probing;

/// <summary>What was typed after <c>aovpn radius</c>.</summary>
internal sealed record RadiusArguments
{
    /// <summary>Who authenticates and how, and what is done with the result: the same as for <c>aovpn probe</c>.</summary>
    public required ProbeArguments Probe { get; init; }

    public string? SecretFile { get; init; }

    public string? SecretVariable { get; init; }

    public int AccountingPort { get; init; } = 1813;

    public bool Accounting { get; init; }

    public bool Forgery { get; init; }

    public bool OnlyAuthentication { get; init; }

    public string? NasAddress { get; init; }

    public string? NasIdentifier { get; init; }

    public string? CallingStation { get; init; }

    public int FramedMtu { get; init; } = 1400;
}
