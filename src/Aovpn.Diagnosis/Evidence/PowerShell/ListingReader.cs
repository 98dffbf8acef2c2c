using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// Takes what PowerShell printed and no other reader knows: lists and tables of any cmdlet, so that nobody takes them for a person's
/// words. An error number among the properties is reported.
/// </summary>
public sealed class ListingReader : IPassageReader
{
    private const int LinesToCommand = 4;
    private const int ShortestCompound = 5;

    public string Kind => "powershell-listing";

    public int Order => 900;

    public Anchors Anchors { get; } = Anchors.Of(["--", ":  ", .. Anchors.PropertyColon]);

    public IEnumerable<Passage> Find(EvidenceText text) => Lists(text).Concat(Labels(text)).Concat(Tables(text));

    private static IEnumerable<Passage> Tables(EvidenceText text) =>
        from table in ListedTable.Find(text)
        where FollowsCommand(text, table.First) || table.Columns.Count(IsCompound) * 2 >= table.Columns.Length
        select new Passage(table.First, table.Last, [], table.Rows.Length);

    private static IEnumerable<Passage> Lists(EvidenceText text)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var last = 0;
        foreach (var list in PropertyList.Find(text).Where(list => FollowsCommand(text, list.First) || IsOfObject(list)))
        {
            // A copy that has lost or gained empty lines breaks one object into several lists, which have no name in common.
            var goesOn = last > 0 && list.First <= last + LinesToCommand && !list.Properties.Any(property => names.Contains(property.Name));
            if (!goesOn)
                names.Clear();
            names.UnionWith(list.Properties.Select(property => property.Name));
            last = list.Last;
            yield return new(list.First, list.Last, [.. list.Properties.Select(property => Error(text, property)).OfType<Observation>()], goesOn ? 0 : 1);
        }
    }

    /// <summary>Labels as older views of cmdlets print them: a colon at the name, values in a column. Only below a command.</summary>
    private static IEnumerable<Passage> Labels(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (PromptLine.Parse(text[line]) is not { } prompt || !CallsCmdlet(prompt.Command))
                continue;
            var (first, last) = (0, 0);
            for (var below = line + 1; below <= text.Lines.Length; below++)
            {
                if (string.IsNullOrWhiteSpace(text[below]))
                    continue;
                if (!IsLabel(text[below]) || (last > 0 && below > last + 2))
                    break;
                (first, last) = (first == 0 ? below : first, below);
            }

            if (last == 0)
                continue;
            yield return new(first, last, []);
            line = last;
        }
    }

    private static bool IsLabel(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && IsName(line.AsSpan(0, colon)) && line.AsSpan(colon + 1) is [' ', ' ', ..];
    }

    private static bool FollowsCommand(EvidenceText text, int first)
    {
        for (var line = first - 1; line >= Math.Max(1, first - LinesToCommand); line--)
        {
            if (PromptLine.Parse(text[line]) is { } prompt)
                return CallsCmdlet(prompt.Command);
        }

        return false;
    }

    /// <summary>A Verb-Noun among the words.</summary>
    private static bool CallsCmdlet(string command)
    {
        for (var dash = command.IndexOf('-', StringComparison.Ordinal); dash > 0; dash = command.IndexOf('-', dash + 1))
        {
            if (char.IsAsciiLetter(command[dash - 1]) && dash + 1 < command.Length && (char.IsAsciiLetter(command[dash + 1]) || command[dash + 1] == ' '))
                return true;
        }

        return false;
    }

    /// <summary>Three properties or more, most of their names of several words in one: no person labels so.</summary>
    private static bool IsOfObject(PropertyList list) =>
        list.Properties.Count > 2 && list.Properties.Count(property => IsCompound(property.Name)) * 2 >= list.Properties.Count;

    private static bool IsCompound(string name)
    {
        var capitals = 0;
        foreach (var letter in name)
            capitals += char.IsAsciiLetterUpper(letter) ? 1 : 0;
        return name.Length >= ShortestCompound && capitals > 1 && capitals < name.Length;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
                return false;
        }

        return char.IsAsciiLetter(name[0]);
    }

    /// <summary>LastError, ErrorCode, DialResult and their like, where they hold a number that is an error's.</summary>
    private static WindowsErrorReported? Error(EvidenceText text, Property property) =>
        property.Name is "LastError" or "ErrorCode" or "LastErrorCode" && uint.TryParse(property.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new(text.Cite(property.First, property.Last), text.Artifact.Host, null, Code.Windows(number))
            : null;
}
