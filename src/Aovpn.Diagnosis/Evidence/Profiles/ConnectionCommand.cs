using System.Collections.Immutable;
using Aovpn.Diagnosis.Evidence.PowerShell;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>Get-VpnConnection, or another cmdlet about a connection, as it was typed at a prompt.</summary>
/// <param name="Line">The line of the prompt.</param>
/// <param name="IsListing">Nothing in the command filters the connections or shows something else of them.</param>
/// <param name="Next">The line of the next prompt; zero when none follows.</param>
internal sealed record ConnectionCommand(int Line, bool AllUsers, ImmutableArray<string> Asked, bool IsListing, int Next = 0)
{
    private static readonly string[] Formatting = ["fl", "format-list", "ft", "format-table", "select", "select-object", "out-string", "out-file"];

    public static ConnectionCommand Parse(int line, string command)
    {
        var stages = command.Split('|', StringSplitOptions.TrimEntries);
        var words = stages[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var formats = stages.Skip(1).All(stage => Formatting.Contains(stage.Split(' ')[0], StringComparer.OrdinalIgnoreCase)
            && !stage.Contains("-ExpandProperty", StringComparison.OrdinalIgnoreCase));
        return new(
            line, words.Any(word => word.StartsWith("-All", StringComparison.OrdinalIgnoreCase)), Names(stages[0]),
            formats && words is [var first, ..] && first.Equals("Get-VpnConnection", StringComparison.OrdinalIgnoreCase)
                && !words.Any(word => word.StartsWith("-ServerAddress", StringComparison.OrdinalIgnoreCase)));
    }

    /// <returns>Null when what follows is neither a listing nor nothing.</returns>
    public Passage? Passage(EvidenceText text, IEnumerable<Passage> connections)
    {
        var end = Next == 0 ? text.Lines.Length + 1 : Next;
        ImmutableArray<string> names =
        [
            .. connections.Where(passage => passage.First > Line && passage.First < end).SelectMany(passage => passage.Observations)
                .OfType<ProfileRead>().Select(profile => profile.Name ?? ""),
        ];
        if (names.IsEmpty && !IsSilent(text, end))
            return null;

        var about = Host.Client.Or(text.Artifact.Host.Role is HostRole.Client ? text.Artifact.Host : Host.Unknown);
        return new(Line, Line, [new ConnectionsListed(text.Cite(Line), about, AllUsers, Asked, names)], names.IsEmpty ? 1 : 0);
    }

    /// <summary>Nothing up to the next prompt, or an empty line and then words that are none of PowerShell's.</summary>
    private bool IsSilent(EvidenceText text, int end)
    {
        for (var line = Line + 1; line < end; line++)
        {
            if (!string.IsNullOrWhiteSpace(text[line]))
                return Next == 0 && line > Line + 1 && !IsOutput(text[line]);
        }

        return true;
    }

    private static bool IsOutput(string line)
    {
        var content = line.TrimStart();
        return PropertyLine.Parse(line) is not null || content.StartsWith("+ ", StringComparison.Ordinal) || content.StartsWith("---", StringComparison.Ordinal)
            || content.StartsWith("Name ", StringComparison.Ordinal) || content.StartsWith("Get-VpnConnection", StringComparison.OrdinalIgnoreCase);
    }

    private static ImmutableArray<string> Names(string command)
    {
        var at = command.IndexOf("Name ", StringComparison.OrdinalIgnoreCase);
        if (at < 1 || !command.AsSpan(0, at).EndsWith("-") && !command.AsSpan(0, at).EndsWith("-Connection", StringComparison.OrdinalIgnoreCase))
            return [];

        var names = ImmutableArray.CreateBuilder<string>();
        var rest = command.AsSpan(at + "Name ".Length).TrimStart();
        while (!rest.IsEmpty)
        {
            var quoted = rest[0] is '"' or '\'';
            var end = quoted ? rest[1..].IndexOf(rest[0]) + 1 : rest.IndexOfAny(' ', ',', ')');
            if (end <= 0)
                end = rest.Length;
            names.Add(rest[..end].Trim("\"'").ToString());
            rest = rest[Math.Min(rest.Length, quoted ? end + 1 : end)..].TrimStart();
            if (!rest.StartsWith(","))
                break;
            rest = rest[1..].TrimStart();
        }

        return names.ToImmutable();
    }
}
