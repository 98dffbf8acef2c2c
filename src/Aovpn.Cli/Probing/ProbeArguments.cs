namespace Aovpn.Cli.Probing;

/// <summary>What was typed after <c>aovpn probe</c>.</summary>
internal sealed record ProbeArguments
{
    public string? Host { get; init; }

    public string? Profile { get; init; }

    public string? Method { get; init; }

    public string? Identity { get; init; }

    public string? PasswordFile { get; init; }

    public string? PasswordVariable { get; init; }

    public string? Certificate { get; init; }

    public string? Key { get; init; }

    public string? CertificatePasswordFile { get; init; }

    public string? Roots { get; init; }

    public IReadOnlyList<string> ServerNames { get; init; } = [];

    public IReadOnlyList<string> Suites { get; init; } = [];

    public IReadOnlyList<string> EspSuites { get; init; } = [];

    public IReadOnlyList<string> Resolvers { get; init; } = [];

    public string? ExternalAddress { get; init; }

    public IReadOnlyList<string> Addresses { get; init; } = [];

    public IReadOnlyList<string> Pings { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    public IReadOnlyList<string> Connections { get; init; } = [];

    public string? Tunnel { get; init; }

    /// <summary>First line: the pre-shared key of L2TP/IPsec.</summary>
    public string? PskFile { get; init; }

    public string? PskVariable { get; init; }

    public int HttpsPort { get; init; } = 443;

    public int PptpPort { get; init; } = 1723;

    public int Port { get; init; } = 500;

    public int Port4500 { get; init; } = 4500;

    public bool MsChapV2WithoutTunnel { get; init; }

    /// <summary>Asks the addresses that the certificates name.</summary>
    public bool ChecksRevocation { get; init; }

    public bool SkipsSuites { get; init; }

    public bool OnlyConnection { get; init; }

    /// <summary>Seconds until a request that is not answered counts as lost.</summary>
    public int GiveUpAfter { get; init; } = 31;

    public string? Transcript { get; init; }

    public bool Keys { get; init; }

    /// <summary>A list of gateways in place of one.</summary>
    public string? Targets { get; init; }

    /// <summary>Seconds from one round to the next; null to ask once.</summary>
    public int? Watch { get; init; }

    /// <summary>How often to ask; 0 for no end.</summary>
    public int Rounds { get; init; }

    /// <summary>Datagrams a second of a scan.</summary>
    public int Rate { get; init; } = Probes.Scanning.ScanPace.Default.DatagramsPerSecond;

    /// <summary>Names to hide beside those that show themselves to be names; null where none is to be hidden.</summary>
    public IReadOnlyList<string>? Hidden { get; init; }

    public bool DryRun { get; init; }

    public required string Format { get; init; }

    public string? Output { get; init; }

    public bool IsQuiet { get; init; }

    public bool All { get; init; }
}
