using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Network;

/// <summary>
/// Reads nslookup: the resolver with its address, then the name with its addresses, or a line of three stars that says why there
/// are none.
/// </summary>
public sealed class NslookupReader : IPassageReader
{
    private static readonly string[] ServerLabels = ["Server", "Serveur", "Servidor", "Сервер", "サーバー", "服务器", "伺服器"];
    private static readonly string[] NameLabels = ["Name", "Nom", "Nombre", "Nome", "Имя", "名前", "名称", "名稱"];
    private const int LongestGap = 3;

    public string Kind => "nslookup";

    public int Order => 121;

    public Anchors Anchors { get; } = Anchors.Of(["nslookup", .. ServerLabels.Select(label => label + ":"), .. Anchors.PropertyColon]).InLines(MayBegin);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        for (var number = 1; number <= text.Lines.Length; number++)
        {
            var asked = CommandLine.Words(text[number], "nslookup");
            if (asked is null && !IsServer(text, number))
                continue;
            var lookup = new Lookup(CommandLine.Operand(asked));
            var last = lookup.Read(text, asked is null ? number : number + 1, number);
            if (lookup.Name is not { } name || !lookup.Settled)
                continue;

            yield return new(number, last, [new NameResolved(text.Cite(number, last), text.Artifact.Host, null, name, [.. lookup.Addresses], lookup.Server) { Fields = lookup.Places }]);
            number = last;
        }
    }

    /// <summary>The command, or a label of the server that the line begins with.</summary>
    private static bool MayBegin(ReadOnlySpan<char> line)
    {
        if (line.Contains("nslookup", StringComparison.OrdinalIgnoreCase))
            return true;
        var text = line.ToString();
        return Labelled(text, ServerLabels) is not null;
    }

    private static bool IsServer(EvidenceText text, int number) =>
        Labelled(text[number], ServerLabels) is not null && number < text.Lines.Length && IpconfigLine.Parse(text[number + 1]) is { } next
        && AddressText.Parse(next.Value) is not null;

    private static string? Labelled(string line, string[] labels) =>
        IpconfigLine.Parse(line) is { Dotted: false } parsed && labels.Contains(parsed.Label, StringComparer.OrdinalIgnoreCase) ? parsed.Value : null;

    private sealed class Lookup(string? asked)
    {
        private bool _inAnswer;
        private int _settledFirst;

        public string? Name { get; private set; } = asked;

        public string? Server { get; private set; }

        public List<string> Addresses { get; } = [];

        /// <summary>The lines that answer or refuse.</summary>
        public ImmutableDictionary<string, Locator> Places { get; private set; } = ImmutableDictionary<string, Locator>.Empty;

        /// <summary>An answer or a refusal was seen; a command alone proves nothing.</summary>
        public bool Settled { get; private set; }

        /// <returns>The last line that belongs to the lookup.</returns>
        public int Read(EvidenceText text, int first, int start)
        {
            var last = start;
            var blanks = 0;
            for (var number = first; number <= text.Lines.Length && blanks < LongestGap; number++)
            {
                var line = text[number];
                if (string.IsNullOrWhiteSpace(line))
                {
                    blanks++;
                    continue;
                }

                if (!Take(line))
                    break;
                if (Settled)
                    Places = Places.SetItem(nameof(NameResolved.Addresses), new Locator.Lines(_settledFirst = _settledFirst == 0 ? number : _settledFirst, number));
                (blanks, last) = (0, number);
            }

            return last;
        }

        private bool Take(string line)
        {
            if (line.TrimStart().StartsWith("***", StringComparison.Ordinal))
                return TakeRefusal(line);
            if (Labelled(line, NameLabels) is { Length: > 0 } name)
            {
                if (_inAnswer)
                    return false;
                (Name, _inAnswer) = (name, true);
                return true;
            }

            if (AddressText.Parse(line) is { } more)
                return TakeAddress(more.ToString());
            if (IpconfigLine.Parse(line) is { } parsed)
            {
                if (AddressText.Parse(parsed.Value) is { } address)
                    return TakeAddress(address.ToString());
                return parsed.Value.Length == 0 || (Labelled(line, ServerLabels) is not null && !Settled && Server is null)
                    || parsed.Label.StartsWith("Alias", StringComparison.OrdinalIgnoreCase);
            }

            return char.IsWhiteSpace(line[0]) || line.Contains("DNS", StringComparison.Ordinal);
        }

        private bool TakeAddress(string address)
        {
            if (!_inAnswer && Server is not null)
                return false;
            if (!_inAnswer)
                Server = address;
            else
                (Settled, _) = (true, Add(address));
            return true;
        }

        private bool Add(string address)
        {
            if (!Addresses.Contains(address))
                Addresses.Add(address);
            return true;
        }

        private bool TakeRefusal(string line)
        {
            Settled = true;
            Name ??= line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(HostNames.Of).OfType<string>().FirstOrDefault(HostNames.IsQualified);
            return true;
        }
    }
}
