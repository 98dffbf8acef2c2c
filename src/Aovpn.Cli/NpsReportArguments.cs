using Aovpn.Diagnosis.NpsReporting;

namespace Aovpn.Cli;

/// <summary>The command line of <c>aovpn nps report</c>.</summary>
internal sealed record NpsReportArguments
{
    public required string[] Logs { get; init; }

    public required NpsReportFilter Filter { get; init; }

    /// <summary>Null where the extension of <see cref="Output"/> tells.</summary>
    public string? Format { get; init; }

    public string? Output { get; init; }

    public bool IsQuiet { get; init; }
}
