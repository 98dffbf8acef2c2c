using System.Collections.Immutable;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Profiles;

/// <summary>
/// Reads ProfileXML as Intune keeps it: in a string of JSON, escaped or in Base64 (omaSettingStringXml of a custom profile, an export
/// or an answer of Microsoft Graph). SyncML's own forms, escaped or CDATA, are <see cref="ProfileXmlReader"/>'s.
/// </summary>
public sealed class IntuneProfileReader : IPassageReader
{
    private const int LongestString = 2_000_000;
    private const int ShortestBase64 = 60;
    private const string Root = "<" + ProfilePassage.Root;

    public string Kind => "intune-profile";

    public int Order => 18;

    public Anchors Anchors { get; } = Anchors.Of("\"");

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (text[line].Length < ShortestBase64)
                continue;
            ImmutableArray<Observation> seen = [.. Strings(text[line]).Select(Profile).OfType<string>().SelectMany(profile => Read(text, line, profile, free))];
            if (seen.IsEmpty)
                continue;
            var (first, last) = (line, line);
            while (first > free && IsJson(text[first - 1]))
                first--;
            while (last < text.Lines.Length && IsJson(text[last + 1]) && text[last + 1].Length < ShortestBase64)
                last++;
            yield return new(first, last, seen, seen.Count(one => one is ProfileRead));
            (line, free) = (last, last + 1);
        }
    }

    /// <summary>A line of indented JSON: a name and its value, or brackets.</summary>
    private static bool IsJson(string line) => line.AsSpan().Trim() is ['"', ..] or ['{' or '}' or '[' or ']'] or ['}' or ']', ','];

    private static ImmutableArray<Observation> Read(EvidenceText text, int line, string profile, int free)
    {
        var mapped = new MappedText.Builder().Append(profile, line).Build();
        var start = profile.IndexOf(Root, StringComparison.OrdinalIgnoreCase);
        var surroundings = new ProfileSurroundings(text, line, free);
        return new ProfilePassage(text, mapped).Read(start, ProfileForm.ProfileXml, Host.Client.Or(surroundings.Host), surroundings.Name ?? NameIn(text[line]), out _);
    }

    /// <summary>The values of JSON strings in a line: between quotation marks that no backslash escapes.</summary>
    private static IEnumerable<string> Strings(string line)
    {
        for (var at = line.IndexOf('"', StringComparison.Ordinal); at >= 0 && at + 1 < line.Length;)
        {
            var end = at + 1;
            while (end < line.Length && line[end] != '"')
                end += line[end] == '\\' ? 2 : 1;
            if (end >= line.Length)
                yield break;
            if (end - at > ShortestBase64 && end - at < LongestString)
                yield return line[(at + 1)..end];
            at = line.IndexOf('"', end + 1);
        }
    }

    private static string? Profile(string value)
    {
        if (value.Contains('\\') && (value.Contains(ProfilePassage.Root, StringComparison.OrdinalIgnoreCase)))
        {
            var plain = Unescaped(value);
            return plain.Contains(Root, StringComparison.OrdinalIgnoreCase) ? plain : null;
        }

        // Base64 of "<VPN", or of a byte order mark or a declaration before it.
        var bytes = new byte[value.Length * 3 / 4 + 3];
        if (!Convert.TryFromBase64String(value, bytes, out var length))
            return null;
        var encoding = TextEncoding.Detect(bytes.AsSpan(0, length));
        var decoded = encoding is null ? "" : TextEncoding.Decode(bytes.AsSpan(0, length), encoding);
        return decoded.Contains(Root, StringComparison.OrdinalIgnoreCase) ? decoded : null;
    }

    /// <summary>RFC 8259 section 7.</summary>
    private static string Unescaped(string value)
    {
        var plain = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\' || at + 1 >= value.Length)
            {
                plain.Append(value[at]);
                continue;
            }

            at++;
            if (value[at] == 'u' && at + 4 < value.Length
                && ushort.TryParse(value.AsSpan(at + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var unit))
            {
                plain.Append((char)unit);
                at += 4;
                continue;
            }

            plain.Append(value[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var letter => letter });
        }

        return plain.ToString();
    }

    /// <summary>From the OMA-URI in the same line.</summary>
    private static string? NameIn(string line)
    {
        const string Node = "/VPNv2/";
        var start = line.IndexOf(Node, StringComparison.OrdinalIgnoreCase);
        var end = start < 0 ? -1 : line.IndexOf("/ProfileXML", start, StringComparison.OrdinalIgnoreCase);
        return end > start + Node.Length ? Uri.UnescapeDataString(line[(start + Node.Length)..end]) : null;
    }
}
