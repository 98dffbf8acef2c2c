using System.CommandLine;

namespace Aovpn.Cli;

/// <summary>The program: its commands, and how it is run.</summary>
public static class AovpnCommand
{
    public static RootCommand Create() => new("Finds out why a Microsoft Always On VPN connection fails, proves it, and says how to fix it.")
    {
        DiagnoseCommand.Create(),
    };

    /// <returns>The exit status.</returns>
    public static int Run(string[] arguments) => Create().Parse(arguments).Invoke();
}
