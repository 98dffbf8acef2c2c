using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Settings;

/// <summary>
/// Reads keys of the registry as reg query prints them, as .reg files hold them and as Get-ItemProperty lists them, and the error that says
/// that a key is not there.
/// </summary>
public sealed class RegistryReader : IPassageReader
{
    private const int LinesToCommand = 4;
    private const int LongestLine = 20_000;

    public string Kind => "registry";

    public int Order => 105;

    public Anchors Anchors { get; } = Anchors.Of("HKEY_", "HKLM", "HKCU", "PSPath");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (text[line].Length > LongestLine)
                continue;
            var passage = RegistryPath.Heading(text[line]) is { } key ? Values(text, line, key)
                : Missing(text, line) ?? (PropertyLine.Parse(text[line]) is { } start ? Properties(text, line, start.Indent) : null);
            if (passage is null)
                continue;
            yield return passage with { First = AboveTitle(text, passage.First) };
            line = passage.Last;
        }
    }

    /// <summary>The first line of a .reg file, which has an empty line below it.</summary>
    private static int AboveTitle(EvidenceText text, int first) =>
        first > 2 && string.IsNullOrWhiteSpace(text[first - 1]) && text[first - 2].StartsWith("Windows Registry Editor", StringComparison.Ordinal) ? first - 2 : first;

    /// <summary>Lines below a key: <c>    Name    REG_DWORD    0x1</c>, or <c>"Name"=dword:00000001</c> in a .reg file.</summary>
    private static Passage? Values(EvidenceText text, int heading, string key)
    {
        var values = ImmutableArray.CreateBuilder<RegistryValue>();
        var last = heading;
        var all = 0;
        for (var line = heading + 1; line <= text.Lines.Length && text[line].Length <= LongestLine; line++)
        {
            if (RegistryLine.Parse(text[line]) is not var (name, data))
            {
                if (RegistryLine.Continues(text[line]) && last == line - 1)
                {
                    last = line;
                    continue;
                }

                break;
            }

            (last, all) = (line, all + 1);
            if (RegistryPath.IsWatched(name))
                values.Add(new(text.Cite(line), name, data));
        }

        // A key on a line of its own is prose or a table of contents.
        if (all == 0)
            return null;
        var asked = Command(text, heading);
        var complete = asked == 0 || !text[asked].Contains(" /v ", StringComparison.OrdinalIgnoreCase);
        return new(heading, last, [new RegistryRead(text.Cite(heading, last), text.Artifact.Host, key, true, complete, values.ToImmutable())]);
    }

    /// <summary>reg query, and then a line that begins with ERROR in some language and ends the answer.</summary>
    private static Passage? Missing(EvidenceText text, int line)
    {
        if (Network.CommandLine.Words(text[line], "reg") is not [var verb, var path, ..] words || !verb.Equals("query", StringComparison.OrdinalIgnoreCase)
            || RegistryPath.Normalize(path.Trim('"')) is not { } key || words.Contains("/v", StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var answer = line + 1;
        while (answer <= text.Lines.Length && string.IsNullOrWhiteSpace(text[answer]))
            answer++;
        return answer <= text.Lines.Length && RegistryLine.IsError(text[answer])
            ? new(line, answer, [new RegistryRead(text.Cite(answer), text.Artifact.Host, key, false, true, [])])
            : null;
    }

    private static Passage? Properties(EvidenceText text, int line, int indent)
    {
        var list = new PropertyListScan(text, line, indent).Read();
        var key = list.Value("PSPath") is { } path && path.IndexOf("Registry::", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
            ? RegistryPath.Normalize(path[(at + "Registry::".Length)..].Replace(" ", "", StringComparison.Ordinal))
            : Command(text, line) is > 0 and var command ? RegistryPath.In(text[command]) : null;
        if (key is null)
            return null;

        ImmutableArray<RegistryValue> values =
        [
            .. list.Properties.Where(property => RegistryPath.IsWatched(property.Name))
                .Select(property => new RegistryValue(text.Cite(property.First, property.Last), property.Name, string.Join(", ", property.Items))),
        ];
        return new(line, list.Last, [new RegistryRead(text.Cite(line, list.Last), text.Artifact.Host, key, true, list.Has("PSPath") && list.Has("PSProvider"), values)]);
    }

    private static int Command(EvidenceText text, int line)
    {
        for (var above = line - 1; above >= Math.Max(1, line - LinesToCommand); above--)
        {
            if (PromptLine.Parse(text[above]) is not null)
                return above;
        }

        return 0;
    }
}
