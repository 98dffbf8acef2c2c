using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Pages;

/// <summary>
/// Reads the Fix section: a paragraph that starts with <c>**Role.**</c> opens a fix on that host, the fenced blocks after it are
/// its commands, one a line.
/// </summary>
internal static class PageFixes
{
    public static ImmutableArray<Fix> Read(string section)
    {
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        var where = HostRole.Unknown;
        var text = new StringBuilder();
        var commands = ImmutableArray.CreateBuilder<string>();
        var fenced = false;

        foreach (var line in section.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
                continue;
            }

            if (fenced)
            {
                commands.Add(line);
                continue;
            }

            if (Opening(line) is { } opening)
            {
                Close();
                where = opening.Role;
                text.Append(opening.Remainder);
                continue;
            }

            if (line.Length > 0)
                text.Append(text.Length > 0 ? " " : "").Append(line.Trim());
        }

        Close();
        return fixes.ToImmutable();

        void Close()
        {
            if (text.Length > 0)
                fixes.Add(new(where, text.ToString().Trim(), commands.ToImmutable()));
            text.Clear();
            commands.Clear();
        }
    }

    private static (HostRole Role, string Remainder)? Opening(string line)
    {
        var close = line.StartsWith("**", StringComparison.Ordinal) ? line.IndexOf(".**", StringComparison.Ordinal) : -1;
        return close > 0 && Enum.TryParse<HostRole>(line[2..close], out var role) ? (role, line[(close + 3)..].Trim()) : null;
    }
}
