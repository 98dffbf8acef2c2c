using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.Profiles;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Scripts;

/// <summary>
/// Reads PowerShell scripts that deploy a profile (VPN_Profile.ps1, MakeProfile.ps1, New-AovpnConnection.ps1) without running anything: strings,
/// comments and assignments are enough. The ProfileXML in a string is a profile of its own. Other scripts are recognised, so that nobody
/// takes their comments for a person's words.
/// </summary>
public sealed class ScriptReader : IPassageReader
{
    /// <summary>Lines that are no script's, in a row, which end a script.</summary>
    private const int MostForeignLines = 4;

    /// <summary>Assignments that make a script of lines in which nothing of VPN is said.</summary>
    private const int FewestAssignments = 4;

    /// <summary>Bounds for texts that are no scripts but look like it all over.</summary>
    private const int MostScripts = 40;

    private const int LongestScript = 20_000;

    private static readonly string[] Marks = ["ProfileXML", "MDM_VPNv2_01", "VPNProfile", "/VPNv2"];

    public string Kind => "script";

    public int Order => 5;

    public Anchors Anchors { get; } = Anchors.Of("$", ".SYNOPSIS", "[CmdletBinding(", "#Requires -");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        if (!text.Lines.Any(line => ScriptLine.IsAssignment(line) || ScriptLine.Declares(line)))
            yield break;

        var scans = 0;
        for (var line = 1; line <= text.Lines.Length && scans < MostScripts; line++)
        {
            if (!ScriptLine.Begins(text[line]))
                continue;
            scans++;
            var mapped = MappedText.Of(text, line, Math.Min(text.Lines.Length, line + LongestScript));
            var scan = new ScriptScan(mapped);
            var last = Last(text, scan, line);
            if (Read(text, scan, line, last) is { } passage)
                yield return passage with { First = AboveComments(text, line) };
            line = last;
        }
    }

    /// <summary>The first of the comment lines above a script, empty lines between them: they belong to it.</summary>
    private static int AboveComments(EvidenceText text, int first)
    {
        for (var line = first - 1; line > 0 && (IsComment(text[line]) || string.IsNullOrWhiteSpace(text[line])); line--)
        {
            if (IsComment(text[line]))
                first = line;
        }

        return first;
    }

    private static int Last(EvidenceText text, ScriptScan scan, int first)
    {
        var last = first;
        var foreign = 0;
        for (var line = first; line <= text.Lines.Length && foreign <= MostForeignLines; line++)
        {
            if (string.IsNullOrWhiteSpace(text[line]))
                continue;
            if (!scan.Covers(line) && !ScriptLine.Continues(text[line]))
            {
                foreign++;
                continue;
            }

            (last, foreign) = (line, 0);
        }

        return last;
    }

    private static Passage? Read(EvidenceText text, ScriptScan scan, int first, int last)
    {
        var lines = Enumerable.Range(first, last - first + 1).Where(line => !IsComment(text[line])).ToList();
        var assignments = lines.Count(line => !scan.Covers(line) && ScriptLine.IsAssignment(text[line]));
        var isDeclared = lines.Exists(line => ScriptLine.Declares(text[line]));
        if (assignments == 0 && !isDeclared)
            return null;

        var strings = scan.Strings.Where(each => each.FirstLine <= last).ToList();
        var isAboutProfiles = lines.Exists(line => Array.Exists(Marks, mark => text[line].Contains(mark, StringComparison.OrdinalIgnoreCase)));
        var consoleUser = ConsoleUser(text, lines);
        if (!isAboutProfiles && consoleUser == 0)
            return assignments < FewestAssignments && !isDeclared ? null : new(first, last, []);

        var variables = new ScriptVariables(strings);
        var about = text.Artifact.Host.Or(Host.Client);
        var seen = ImmutableArray.CreateBuilder<Observation>();
        seen.Add(Script(text, lines, strings, variables, consoleUser, about, text.Cite(first, last)));
        foreach (var literal in strings)
            seen.AddRange(Profile(text, literal, variables, about));
        return new(first, last, seen.ToImmutable(), seen.Count);
    }

    private static ScriptRead Script(
        EvidenceText text, List<int> lines, List<ScriptString> strings, ScriptVariables variables, int consoleUser, Host about, Citation source)
    {
        var name = strings.Find(each => each.AssignedTo?.Equals("ProfileName", StringComparison.OrdinalIgnoreCase) is true);
        var escapes = lines.Find(line => text[line].Contains("%20", StringComparison.Ordinal) || text[line].Contains("EscapeDataString", StringComparison.OrdinalIgnoreCase));
        var creates = lines.Find(line => text[line].Contains("CreateInstance(", StringComparison.OrdinalIgnoreCase) || text[line].Contains("New-CimInstance", StringComparison.OrdinalIgnoreCase));

        var fields = ImmutableDictionary.CreateBuilder<string, Locator>();
        Note(nameof(ScriptRead.ProfileName), name?.FirstLine ?? 0);
        Note(nameof(ScriptRead.EscapesSpaces), escapes > 0 ? escapes : creates);
        Note(nameof(ScriptRead.FindsUserByConsole), consoleUser);
        return new(source, about, variables["ProfileName"], escapes > 0 ? true : creates > 0 ? false : null, consoleUser > 0) { Fields = fields.ToImmutable() };

        void Note(string field, int line)
        {
            if (line > 0)
                fields[field] = new Locator.Lines(line);
        }
    }

    /// <summary>The line that asks Win32_ComputerSystem for UserName; zero when none does. Scripts ask for it in the same command or in the next lines.</summary>
    private static int ConsoleUser(EvidenceText text, List<int> lines)
    {
        const int Near = 3;
        for (var index = 0; index < lines.Count; index++)
        {
            if (!text[lines[index]].Contains("Win32_ComputerSystem", StringComparison.OrdinalIgnoreCase))
                continue;
            if (lines.Skip(index).Take(Near).Any(line => text[line].Contains("username", StringComparison.OrdinalIgnoreCase)))
                return lines[index];
        }

        return 0;
    }

    private static ImmutableArray<Observation> Profile(EvidenceText text, ScriptString literal, ScriptVariables variables, Host about)
    {
        var (content, unknown) = literal.Expands ? variables.Expand(literal.Content) : (literal.Content, []);
        var start = content.Text.IndexOf("<" + ProfilePassage.Root, StringComparison.OrdinalIgnoreCase);
        if (start < 0 && content.Text.Contains("&lt;" + ProfilePassage.Root, StringComparison.OrdinalIgnoreCase))
        {
            content = content.Unescaped();
            start = content.Text.IndexOf("<" + ProfilePassage.Root, StringComparison.OrdinalIgnoreCase);
        }

        if (start < 0)
            return [];

        var seen = new ProfilePassage(text, content).Read(start, ProfileForm.Script, about, variables["ProfileName"], out _);
        return seen is [ProfileRead profile, ..] && unknown.Count > 0
            ? seen.SetItem(0, profile with { Unknown = [.. unknown.Distinct(StringComparer.OrdinalIgnoreCase)] })
            : seen;
    }

    private static bool IsComment(string line) => line.AsSpan().TrimStart().StartsWith("#");
}
