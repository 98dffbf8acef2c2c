namespace Aovpn.Cli.EventLogs;

/// <summary>What <c>aovpn events</c> was asked to do.</summary>
internal sealed record EventsArguments
{
    public required IReadOnlyList<string> Files { get; init; }

    public bool IsXml { get; init; }

    public IReadOnlyList<string> Providers { get; init; } = [];

    /// <summary>Numbers, each alone or several with commas.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public string? Output { get; init; }

    /// <summary>Names to hide beside those that events show to be names; null where none is to be hidden.</summary>
    public IReadOnlyList<string>? Hidden { get; init; }

    public bool IsQuiet { get; init; }
}
