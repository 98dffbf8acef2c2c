namespace Aovpn.LabTable.Checks;

/// <summary>What is neither a fault nor a method: the program as an ordinary user, keys, captures, other VPN servers, the program for Windows.</summary>
internal static class CheckRun
{
    /// <param name="lab">Is up and healthy.</param>
    /// <returns>How many were right, and how many wrong.</returns>
    public static (int Right, int Wrong) Of(Options options, Lab lab)
    {
        using var otherServers = new OtherServers(options, lab);
        Check[] checks =
        [
            new("ordinary-user", new OrdinaryUser(options, lab).Run),
            .. new KeyCheck(options.Aovpn, lab, options.Folder).Checks(),
            .. new CaptureCheck(options, lab).Checks(),
            .. otherServers.Checks(),
            new("windows-program", new WindowsProgram(options).Run),
        ];
        var (right, wrong) = (0, 0);
        foreach (var check in checks.Where(check => options.CheckNames is [] || options.CheckNames.Any(name => check.Name.StartsWith(name, StringComparison.Ordinal))))
        {
            var problem = Tried(check);
            Console.WriteLine($"{(problem is null ? "right" : "WRONG")}\t{check.Name}\t{problem}");
            _ = problem is null ? right++ : wrong++;
        }

        return (right, wrong);
    }

    private static string? Tried(Check check)
    {
        try
        {
            return check.Run();
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or System.ComponentModel.Win32Exception or System.Text.Json.JsonException or TimeoutException)
        {
            return error.Message;
        }
    }
}
