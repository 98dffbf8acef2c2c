using System.Text.Json;

namespace Aovpn.LabTable.Checks;

/// <summary>The program for win-x64 starts under Wine, and says of a scenario what the one for this system says.</summary>
internal sealed class WindowsProgram(Options options)
{
    private const string Wine = "/usr/lib/wine/wine64";

    public string? Run()
    {
        if (options.Windows is not { } program || !File.Exists(program))
            return "no program for win-x64 was published (--windows FILE)";
        var version = UnderWine(program, "--version");
        if (version.Status != 0 || Released(version.Output) != Released(Lab.Start([.. options.Program, "--version"]).Output))
            return $"--version says {version.Output.Trim()}, status {version.Status}: {version.Error.Trim()}";

        var evidence = Path.Combine(options.Home, "..", "Aovpn.Scenarios", "13801-server-certificate-expired", "evidence");
        string[] words = ["diagnose", evidence, "--format", "json"];
        var (here, there) = (Lab.Start([.. options.Program, .. words]), UnderWine(program, words));
        return Found(there.Output) is { Length: > 0 } found && found == Found(here.Output) && here.Status == there.Status ? null
            : $"a scenario is diagnosed with status {there.Status}, here with {here.Status}: {there.Output} {there.Error}";
    }

    /// <summary>The version without the commit, which a program that was published earlier may have another of.</summary>
    private static string Released(string version) => version.Trim().Split('+')[0];

    private static string Found(string json)
    {
        if (json.Length == 0)
            return "";
        using var report = JsonDocument.Parse(json);
        return string.Join(' ', report.RootElement.GetProperty("findings").EnumerateArray().Select(FirstFinding.Of));
    }

    private (int Status, string Output, string Error) UnderWine(string program, params string[] words) => Lab.Start(
    [
        "env", $"WINEPREFIX={Path.Combine(Path.GetFullPath(options.Folder), "wine")}", "WINEDEBUG=-all", $"HOME={Path.GetFullPath(options.Folder)}", Wine, Path.GetFullPath(program), .. words,
    ]);
}
