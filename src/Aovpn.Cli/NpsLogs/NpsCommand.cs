using System.CommandLine;

namespace Aovpn.Cli.NpsLogs;

/// <summary><c>aovpn nps</c>: what NPS accounting logs say.</summary>
internal static class NpsCommand
{
    public static readonly string[] Examples = [.. NpsReportCommand.Examples.Take(2), .. NpsConvertCommand.Examples.Take(2), .. NpsTailCommand.Examples.Take(2)];

    public static Command Create(Surroundings surroundings) => new("nps", "Reads NPS accounting logs.")
    {
        NpsReportCommand.Create(surroundings), NpsConvertCommand.Create(surroundings), NpsTailCommand.Create(surroundings),
    };
}
