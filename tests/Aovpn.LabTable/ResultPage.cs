using System.Text;

namespace Aovpn.LabTable;

/// <summary>The table as a page in Markdown.</summary>
/// <param name="faults">In the order in which they are shown.</param>
internal sealed class ResultPage(Results results, IEnumerable<string> faults)
{
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            text.Append("# The lab's table\n\n")
                .Append("Made by `dotnet run dev.cs -- lab`; do not edit. The lab (`tests/lab`) is strongSwan in the place of RRAS and FreeRADIUS in the place of NPS. Each fault is injected, then\n")
                .Append("`aovpn probe` runs with each method (mschapv2, tls, peap-tls, peap-mschapv2, machine): as a stranger who knows a user's name; with credentials; and its transcript is\n")
                .Append("diagnosed beside what the gateway and the RADIUS server logged meanwhile. The page shows the finding that stands first; what is right is in `tests/lab/CAUSES.tsv`, what\n")
                .Append("looks alike in [observable.md](observable.md). *Undecided* findings name in `next` what separates them.\n\n");
            foreach (var line in results.Summary.Split('\n'))
                text.Append("- ").Append(line.TrimEnd('\r')).Append('\n');
            text.Append("\n| fault | as a stranger | with credentials | with logs too |\n| --- | --- | --- | --- |\n");
            var cells = results.Cells.ToLookup(cell => cell.Row.Fault, StringComparer.Ordinal);
            foreach (var fault in faults)
                text.Append("| ").Append(fault).Append(" | ").AppendJoin(" | ", Enum.GetValues<Vantage>().Select(vantage => Shown([.. cells[fault].Where(cell => cell.Vantage == vantage)]))).Append(" |\n");

            text.Append("\n## Pairs\n\nBoth faults are there; then the one of the earlier stage is healed.\n\n| method | earlier | later | found first | once it is healed |\n| --- | --- | --- | --- | --- |\n");
            foreach (var pair in results.Pairs.OrderBy(pair => pair.Pair.Earlier.Fault, StringComparer.Ordinal).ThenBy(pair => pair.Pair.Later.Fault, StringComparer.Ordinal))
                text.Append("| ").AppendJoin(" | ", pair.Pair.Method, pair.Pair.Earlier.Fault, pair.Pair.Later.Fault, pair.Trouble ?? Shown(pair.Both[..1]), Shown(pair.Healed[..Math.Min(1, pair.Healed.Length)])).Append(" |\n");
            return text.ToString();
        }
    }

    /// <summary>Each answer once, with the methods that got it unless all did.</summary>
    private static string Shown(Cell[] cells)
    {
        var answers = cells.GroupBy(cell => (cell.Seen, cell.IsRight)).ToArray();
        return string.Join("<br>", answers.Select(answer =>
            $"{answer.Key.Seen.Replace("found ", "", StringComparison.Ordinal)}{(answer.Key.IsRight ? "" : " **wrong**")}{(answers.Length > 1 ? $": {string.Join(", ", answer.Select(cell => cell.Row.Method))}" : "")}"));
    }
}
