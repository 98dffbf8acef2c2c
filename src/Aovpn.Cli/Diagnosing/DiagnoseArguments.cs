namespace Aovpn.Cli.Diagnosing;

/// <summary>What was typed after <c>aovpn diagnose</c>.</summary>
internal sealed record DiagnoseArguments
{
    public required IReadOnlyList<string> Paths { get; init; }

    public required string Format { get; init; }

    public string? Output { get; init; }

    public bool IsQuiet { get; init; }

    public bool All { get; init; }

    public bool Asks { get; init; }

    /// <summary>Names to hide beside those that evidence shows to be names; null where none is to be hidden.</summary>
    public IReadOnlyList<string>? Hidden { get; init; }

    /// <summary>A zip archive to write beside the report: reports and safe copies of the evidence.</summary>
    public string? Bundle { get; init; }

    /// <summary>Files of keys that open what captures hold.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    public IReadOnlyList<string> Symptoms { get; init; } = [];

    /// <summary>As typed: <c>client=PATH</c>.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    public string? User { get; init; }

    public string? Attempt { get; init; }

    public string? Since { get; init; }

    public string? AsOf { get; init; }
}
