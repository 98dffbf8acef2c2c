using System.Buffers;
using System.Globalization;
using System.Net;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads Windows' ping: the heading with the name and its address in square brackets, replies with their TTL, the statistics, and
/// the sentence for a name that could not be found.
/// </summary>
public sealed class PingReader : IPassageReader
{
    private static readonly string[] Headings =
        ["Pinging ", "Ping wird ausgeführt für ", "Envoi d’une requête 'Ping'", "Envoi d'une requête 'Ping'", "Haciendo ping a ", "Esecuzione di Ping ", "Disparando "];

    /// <summary>Before and behind the name.</summary>
    private static readonly (string Before, string Behind)[] NotFound =
    [
        ("Ping request could not find host ", ". Please check"),
        ("Ping-Anforderung konnte Host ", " nicht finden"),
        ("pas pu trouver l’hôte ", ". V"),
        ("pas pu trouver l'hôte ", ". V"),
        ("La solicitud de ping no pudo encontrar el host ", ". Compruebe"),
        ("Impossibile trovare l'host ", ". Verificare"),
    ];

    /// <summary>What all of them have.</summary>
    private static readonly SearchValues<string> HostWords = SearchValues.Create(["host", "hôte"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Of <see cref="HostWords"/> and the command's name what is ASCII, which alone is looked for at once.</summary>
    private static readonly SearchValues<string> AsciiWords = SearchValues.Create(["ping", "host"], StringComparison.OrdinalIgnoreCase);

    public string Kind => "ping";

    public int Order => 122;

    public Anchors Anchors { get; } = Anchors.Of("ping", "Envoi d", "pas pu trouver", "Impossibile trovare l'host", "Disparando ", "[").InLines(MayBegin);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            // The German heading and sentence begin with the command's name.
            var isOutput = Heading(text[number]) is not null || UnknownName(text[number]) is not null;
            var asked = isOutput ? null : CommandLine.Words(text[number], "ping");
            var start = asked is null ? number : FirstBelow(text, number);
            if (start > text.Lines.Length)
                continue;
            if (UnknownName(text[start]) is { } unknown)
            {
                yield return new(number, start, [new NameResolved(text.Cite(number, start), text.Artifact.Host, null, unknown, [], null)]);
                number = start;
            }
            else if (Heading(text[start]) is { } target)
            {
                var ping = new Transcript(text, start + 1);
                if (ping.Answered is null)
                    continue;
                yield return Seen(text, number, ping, target);
                number = ping.Last;
            }
        }
    }

    /// <summary>A heading ends with a colon; the command and the sentence for an unknown name are told by a word.</summary>
    private static bool MayBegin(ReadOnlySpan<char> line) => line.Trim() is [.., ':'] || line.ContainsAny(AsciiWords) || line.Contains('ô') || line.Contains('Ô');

    private static Passage Seen(EvidenceText text, int first, Transcript ping, (string? Name, IPAddress Address) target)
    {
        var source = text.Cite(first, ping.Last);
        var reached = new Reached(
            source, text.Artifact.Host, null, target.Name ?? target.Address.ToString(), "icmp", null, ping.Answered, AddressText.IsPrivate(target.Address));
        return target.Name is null ? new(first, ping.Last, [reached])
            : new(first, ping.Last, [new NameResolved(source, text.Artifact.Host, null, target.Name, [target.Address.ToString()], null), reached]);
    }

    private static int FirstBelow(EvidenceText text, int number)
    {
        do
        {
            number++;
        }
        while (number <= text.Lines.Length && string.IsNullOrWhiteSpace(text[number]));
        return number;
    }

    private static string? UnknownName(string line)
    {
        if (!line.AsSpan().ContainsAny(HostWords))
            return null;
        foreach (var (before, behind) in NotFound)
        {
            var start = line.IndexOf(before, StringComparison.OrdinalIgnoreCase);
            if (start < 0)
                continue;
            start += before.Length;
            var end = line.IndexOf(behind, start, StringComparison.OrdinalIgnoreCase);
            return HostNames.Of((end < 0 ? line[start..] : line[start..end]).Trim());
        }

        return null;
    }

    /// <summary>A line that ends with a colon and holds <c>name [address]</c>, or an address behind the verb.</summary>
    private static (string? Name, IPAddress Address)? Heading(string line)
    {
        if (line.AsSpan().Trim() is not [.., ':'])
            return null;
        var text = line.Replace('\u00A0', ' ').Trim();
        if (text.Length > 400)
            return null;
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var close = text.IndexOf(']', StringComparison.Ordinal);
        if (open > 0 && close > open && AddressText.Parse(text[(open + 1)..close]) is { } resolved && text.AsSpan(close).ContainsAnyInRange('0', '9'))
            return (HostNames.Of(text[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1]), resolved);
        if (Array.Find(Headings, verb => text.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) is not { } heading)
            return null;
        return AddressText.Parse(text[heading.Length..].TrimStart()) is { } address ? (null, address) : null;
    }

    /// <summary>The lines below the heading.</summary>
    private sealed class Transcript
    {
        private const int LongestGap = 2;

        public Transcript(EvidenceText text, int first)
        {
            Last = first - 1;
            var blanks = 0;
            for (var number = first; number <= text.Lines.Length && blanks <= LongestGap; number++)
            {
                if (string.IsNullOrWhiteSpace(text[number]))
                {
                    blanks++;
                    continue;
                }

                if (!Take(text[number], blanks > 0))
                    break;
                (blanks, Last) = (0, number);
            }

            Answered = _replies > 0 ? true : _silences > 0 ? false : _received is { } received ? received > 0 : null;
        }

        private int _replies;
        private int _silences;
        private int? _received;
        private bool _inStatistics;

        public int Last { get; }

        /// <summary>Null when neither a reply, nor a silence, nor the statistics are there.</summary>
        public bool? Answered { get; }

        private bool Take(string line, bool belowBlank)
        {
            if (_inStatistics)
                return TakeStatistics(line);
            var text = line.Trim();
            if (belowBlank)
                return _inStatistics = text.EndsWith(':') && text.Contains("ping", StringComparison.OrdinalIgnoreCase);
            if (text.Contains("TTL=", StringComparison.Ordinal) || IsReplyOfVersion6(text))
                _replies++;
            else if (text.EndsWith(':') && text.Contains("ping", StringComparison.OrdinalIgnoreCase))
                _inStatistics = true;
            else if (text.Length < 120 && text.EndsWith('.'))
                _silences++;
            else
                return false;
            return true;
        }

        /// <summary>Replies over IPv6 show no TTL, only the time.</summary>
        private static bool IsReplyOfVersion6(string text)
        {
            var milliseconds = text.IndexOf("ms", StringComparison.Ordinal);
            return milliseconds > 0 && char.IsAsciiDigit(text[milliseconds - 1]) && text.Count(letter => letter == ':') >= 3;
        }

        /// <summary>Packets: Sent = 4, Received = 4, Lost = 0 (0% loss): the second figure behind an equals sign, whatever the words.</summary>
        private bool TakeStatistics(string line)
        {
            if (!char.IsWhiteSpace(line[0]) && !line.TrimEnd().EndsWith(':') && !line.TrimStart().StartsWith('('))
                return false;
            var figures = line.Split('=');
            if (_received is null && figures.Length == 4 && Figure(figures[2]) is { } received)
                _received = received;
            return true;
        }

        private static int? Figure(string text)
        {
            var digits = text.AsSpan().TrimStart();
            var end = digits.IndexOfAnyExceptInRange('0', '9');
            return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : null;
        }
    }
}
