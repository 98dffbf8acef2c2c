using System.Collections.Immutable;
using System.Text.Json;

namespace Aovpn.Scenarios;

/// <param name="IsDecidable">The evidence suffices to put the cause first.</param>
/// <param name="Accepted">Ids of the list of root causes; a family's id accepts its members.</param>
internal sealed record SharedCase(string Id, string Evidence, bool IsDecidable, ImmutableArray<string> Accepted)
{
    public static ImmutableArray<SharedCase> All(string folder) =>
        [.. Directory.EnumerateFiles(folder, "case.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Load)];

    private const string Note = "note.txt";

    /// <summary>It counts when an accepted cause comes first where the evidence decides, else among the first three.</summary>
    public bool IsWon(int rank) => IsDecidable ? rank == 1 : rank is >= 1 and <= 3;

    /// <param name="paraphrase">Stands in the place of the case's note; null for the note as it is.</param>
    /// <returns>The position, from 1, of the first finding (found or undecided) whose cause is accepted; 0 when none is.</returns>
    public int RankOfAcceptedCause(string? paraphrase = null)
    {
        var neutral = Directory.CreateTempSubdirectory("evidence-");
        try
        {
            foreach (var file in Directory.EnumerateFiles(Evidence))
                File.Copy(file, Path.Combine(neutral.FullName, Path.GetFileName(file)));
            if (paraphrase is not null)
                File.WriteAllText(Path.Combine(neutral.FullName, Note), paraphrase);

            using var answer = JsonDocument.Parse(TheProgram.Diagnose(neutral.FullName, "json").Output);
            var causes = answer.RootElement.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("verdict").GetString() is "found" or "undecided")
                .Select(finding => finding.GetProperty("causes").EnumerateArray().Select(cause => cause.GetString()!).ToArray())
                .ToArray();
            return Array.FindIndex(causes, ids => ids.Any(id => Accepted.Any(accepted => id.StartsWith(accepted, StringComparison.Ordinal)))) + 1;
        }
        finally
        {
            neutral.Delete(recursive: true);
        }
    }

    private static SharedCase Load(string file)
    {
        using var answer = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = answer.RootElement;
        return new(
            root.GetProperty("id").GetString()!, Path.Combine(Path.GetDirectoryName(file)!, "evidence"), root.GetProperty("determinable").GetString() == "top1",
            [.. root.GetProperty("accepts").EnumerateArray().Select(id => id.GetString()!)]);
    }
}
