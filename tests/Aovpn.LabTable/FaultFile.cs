namespace Aovpn.LabTable;

/// <summary>lib/faults.sh of the lab: which knobs each fault turns.</summary>
internal static class FaultFile
{
    private const string Begin = "fault ";

    /// <summary>By the fault's name; a line is <c>fault NAME 'SENTENCE' KNOB=VALUE...</c>.</summary>
    public static Dictionary<string, string[]> Knobs(string path) => File.ReadLines(path)
        .Where(line => line.StartsWith(Begin, StringComparison.Ordinal) && line.Contains('\''))
        .ToDictionary(line => line[Begin.Length..].TrimStart().Split(' ')[0], Turned, StringComparer.Ordinal);

    private static string[] Turned(string line) =>
        [.. line[(line.LastIndexOf('\'') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(turn => turn[..turn.IndexOf('=', StringComparison.Ordinal)].TrimEnd('+'))];
}
