using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Pages;

/// <summary>
/// Reads the Examples section: fenced blocks of evidence (<c>```certutil host=Client</c>), closed by a block <c>```verdict</c>, which
/// may carry <c>as-of=2018-06-01T00:00:00Z</c>.
/// </summary>
internal static class PageExamples
{
    public static ImmutableArray<PageExample> Read(string section)
    {
        var examples = ImmutableArray.CreateBuilder<PageExample>();
        var evidence = ImmutableArray.CreateBuilder<PageEvidence>();
        var lines = section.Split('\n');

        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].StartsWith("```", StringComparison.Ordinal))
                continue;

            var words = lines[index][3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var close = Array.IndexOf(lines, "```", index + 1);
            if (words.Length == 0 || close < 0)
                throw new FormatException($"the fenced block '{lines[index]}' has no kind or no end");

            var block = lines[(index + 1)..close];
            index = close;
            if (words[0] != "verdict")
            {
                evidence.Add(new(words[0], Role(words), string.Join('\n', block) + "\n"));
                continue;
            }

            examples.Add(new(evidence.ToImmutable(), AsOf(words), [.. block.Where(line => line.Length > 0)]));
            evidence.Clear();
        }

        if (evidence.Count > 0)
            throw new FormatException("an example's evidence is not followed by a verdict");
        return examples.ToImmutable();
    }

    private static HostRole Role(string[] words) => Value(words, "host") is not { } text ? HostRole.Unknown
        : Enum.TryParse<HostRole>(text, out var role) ? role
        : throw new FormatException($"'{text}' is not a host role");

    private static DateTimeOffset? AsOf(string[] words) => Value(words, "as-of") is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;

    private static string? Value(string[] words, string key) =>
        words.FirstOrDefault(word => word.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
}
