using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Cli.NpsLogs;

/// <summary>The command line of <c>aovpn nps report</c>.</summary>
internal sealed record NpsReportArguments
{
    public required string[] Logs { get; init; }

    public required NpsReportFilter Filter { get; init; }

    /// <summary>Null where the extension of <see cref="Output"/> tells.</summary>
    public string? Format { get; init; }

    public string? Output { get; init; }

    /// <summary>Names to hide beside those of the logs; null where none is to be hidden.</summary>
    public IReadOnlyList<string>? Hidden { get; init; }

    public bool IsQuiet { get; init; }
}
