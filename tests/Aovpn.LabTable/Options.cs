using System.Globalization;

namespace Aovpn.LabTable;

/// <summary>What was typed.</summary>
/// <param name="Aovpn">The program under test: a published binary or aovpn.dll.</param>
/// <param name="Third">0 to 2: every third fault and pair from there; null: all of them.</param>
/// <param name="Labs">How many labs are up at once.</param>
/// <param name="KeepsFolder">Whether the folder of transcripts and logs stays where everything is right; else it stays only where something is wrong.</param>
/// <param name="Page">Where the table is written as a page; null: nowhere.</param>
/// <param name="Checks">The checks in place of the table; <paramref name="CheckNames"/>: beginnings of the names of those that are wanted, empty for all.</param>
/// <param name="Windows">The program for win-x64; null where none was published.</param>
/// <param name="Home">The folder of the lab's command.</param>
/// <param name="Results">Where the counts are written, passed, failed and skipped; null: nowhere.</param>
internal sealed record Options(
    string Aovpn, int? Third, string[] Faults, string[] Methods, bool Pairs, bool Keys, int Labs, string Folder, bool KeepsFolder, string? Page, string? Results,
    bool Checks, string[] CheckNames, string? Windows, string Home)
{
    public const string Usage = """
        usage: AOVPN [--third today|0|1|2] [--fault NAME]... [--method NAME]... [--pairs] [--labs N] [--folder FOLDER] [--page FILE] [--results FILE]
               AOVPN --keys
               AOVPN --checks [--check NAME]... [--windows AOVPN.EXE] [--folder FOLDER] [--results FILE]
        """;

    /// <summary>The words that start the program under test.</summary>
    public string[] Program => Aovpn.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", Aovpn] : [Aovpn];

    /// <returns>Null where it cannot be understood.</returns>
    public static Options? Of(string[] args, string home)
    {
        if (args is not [var aovpn, ..] || aovpn.StartsWith('-'))
            return null;
        string[] Named(string option) => [.. args.Select((word, i) => (word, i)).Where(one => one.word == option && one.i + 1 < args.Length).Select(one => args[one.i + 1])];

        int? third = null;
        if (Named("--third") is [var named, ..])
        {
            if (named == "today")
                third = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 86400 % 3);
            else if (int.TryParse(named, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 3)
                third = number;
            else
                return null;
        }

        return new(
            Path.GetFullPath(aovpn), third, Named("--fault"), Named("--method") is { Length: > 0 } some ? some : Expectation.Methods, args.Contains("--pairs"), args.Contains("--keys"),
            Named("--labs") is [var labs, ..] && int.TryParse(labs, CultureInfo.InvariantCulture, out var many) && many > 0 ? many : Math.Max(2, Environment.ProcessorCount),
            Named("--folder").FirstOrDefault() ?? Path.Combine(Path.GetTempPath(), $"aovpn-lab-table-{Environment.ProcessId}"), args.Contains("--folder"), Named("--page").FirstOrDefault(), Named("--results").FirstOrDefault(),
            args.Contains("--checks"), Named("--check"), Named("--windows").FirstOrDefault(), home);
    }

    /// <summary>Whether the number of a fault or pair is in the third that was asked for.</summary>
    public bool Takes(int number) => Third is not { } third || number % 3 == third;
}
