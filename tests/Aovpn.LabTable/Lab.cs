using System.Diagnostics;

namespace Aovpn.LabTable;

/// <summary>The lab of strongSwan and FreeRADIUS, run by its own command.</summary>
internal sealed class Lab(string command, string folder)
{
    private IReadOnlyDictionary<string, string>? _environment;

    /// <summary>KEY=VALUE lines of <c>lab env</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment => _environment ??= Run(["env"]).Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public string Pki(string file) => Path.Combine(folder, "pki", file);

    /// <exception cref="InvalidOperationException">The lab does not come up.</exception>
    public void Up()
    {
        if (Start([command, "up", folder]) is { Status: not 0 } failed)
            throw new InvalidOperationException($"lab up: {failed.Output} {failed.Error}");
    }

    public void Down() => Run(["down"]);

    /// <returns>False where the lab says that the faults do not go together.</returns>
    public bool Only(IEnumerable<string> faults) => Run(["only", .. faults]).Status == 0;

    public void Heal() => Run(["heal"]);

    /// <summary>Runs a command in the client's network.</summary>
    public (int Status, string Output, string Error) AsClient(IEnumerable<string> words) => Run(["exec", "client", .. words]);

    /// <summary>Keys of every SA so far, from the server's own log.</summary>
    public IEnumerable<Dictionary<string, string>> Keys() => Run(["keys"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ').Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));

    private (int Status, string Output, string Error) Run(IEnumerable<string> words) => Start([command, "-d", folder, .. words]);

    private static (int Status, string Output, string Error) Start(string[] words)
    {
        var start = new ProcessStartInfo(words[0]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in words[1..])
            start.ArgumentList.Add(word);

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
