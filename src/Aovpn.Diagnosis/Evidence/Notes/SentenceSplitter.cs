using System.Buffers;
using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Notes;

/// <summary>
/// Cuts a text into sentences. Wrapped lines are joined: a line goes on in the next when it is long or the next begins in lower
/// case, and neither a list item, an empty line nor a full stop is between them.
/// </summary>
internal sealed class SentenceSplitter(EvidenceText text, LexiconSet lexicons)
{
    /// <summary>Longer lines are no person's words; their beginning is read.</summary>
    private const int MaxLine = 4_000;
    private const int MaxLines = 50_000;
    private const int WrappedLength = 50;
    private const int LongQuotation = 7;
    private const int MaxWords = 200;

    /// <summary>Of a paragraph: sentences further apart are not compared.</summary>
    private const int MaxSentences = 40;

    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly string[] NamesOfErrors = ["error", "code", "reason", "status", "result", "message", "exception"];

    private static readonly WordBook<(string Raw, string Text)> Known = new(raw => (raw, Text(raw)));

    private readonly List<Word> _words = [];
    private readonly List<Sentence> _sentences = [];
    private int _quotedSince = -1;
    private int _paragraph;

    public ImmutableArray<Sentence> Split()
    {
        for (var number = 1; number <= Math.Min(text.Lines.Length, MaxLines); number++)
        {
            var line = text[number];
            if (string.IsNullOrWhiteSpace(line) || IsPrompt(line) || IsProperty(line))
            {
                Close(isQuestion: false);
                _paragraph++;
                continue;
            }

            if (BeginsItem(line))
                Close(isQuestion: false);
            Add(line.Length > MaxLine ? line[..MaxLine] : line, number);
            if (!GoesOn(line, number))
                Close(isQuestion: false);
        }

        Close(isQuestion: false);
        return [.. _sentences];
    }

    /// <summary>What was typed at a prompt (<c>PS C:\>Get-VpnConnection</c>) are a machine's words, not a person's.</summary>
    private static bool IsPrompt(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (text.StartsWith("PS "))
            text = text[3..];
        return text.Length > 3 && char.IsAsciiLetter(text[0]) && text[1] == ':' && text[2] == '\\' && text.Contains('>');
    }

    /// <summary>A property of an object as PowerShell lists it (<c>TotalCumulativeConnections : 703</c>): a number there is no code, unless the name says so.</summary>
    private static bool IsProperty(string line)
    {
        var text = line.AsSpan().Trim();
        var end = text.IndexOfAnyExcept(NameLetters);
        if (end < 2 || text[end] is not (' ' or '\t'))
            return false;
        var colon = text[end..].IndexOfAnyExcept(' ', '\t') + end;
        var name = text[..end];
        return colon > end && text[colon] == ':' && (colon + 1 == text.Length || text[colon + 1] == ' ')
            && (colon - end > 1 || name[1..].IndexOfAnyInRange('A', 'Z') > 0) && !SpeaksOfErrors(name);
    }

    private static bool SpeaksOfErrors(ReadOnlySpan<char> name)
    {
        foreach (var word in NamesOfErrors)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private bool GoesOn(string line, int number)
    {
        if (number >= text.Lines.Length)
            return false;
        var next = text[number + 1].AsSpan().TrimStart(" \t>");
        return !next.IsEmpty && !BeginsItem(text[number + 1])
            && (char.IsLower(next[0]) || (line.Length >= WrappedLength && !line.AsSpan().TrimEnd().EndsWith(":")));
    }

    private static bool BeginsItem(string line)
    {
        var start = line.AsSpan().TrimStart(" \t>");
        if (start.IsEmpty)
            return false;
        if (start[0] is '*' or '•' or '‣' or '#' or '・' or '–' || (start[0] == '-' && start.Length > 1 && start[1] is ' ' or '\t'))
            return true;
        var digits = start.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && digits + 1 < start.Length && start[digits] is '.' or ')' && start[digits + 1] == ' ';
    }

    private void Add(string line, int number)
    {
        var last = 0;
        for (var splitter = new WordSplitter(line); splitter.MoveNext();)
        {
            var (comma, broken, colon) = Between(line.AsSpan(last, splitter.Start - last), hasWords: _words.Count > 0);
            var (raw, text) = Known.Of(splitter.Raw);
            _words.Add(new(text, raw, number) { AfterComma = comma || broken, AfterBreak = broken, AfterColon = colon });
            last = splitter.Start + raw.Length;
            if (_words.Count >= MaxWords)
                Close(isQuestion: false);
        }

        Between(line.AsSpan(last), hasWords: _words.Count > 0);
    }

    /// <summary>A script is called by its file name as often as "the script".</summary>
    private static string Text(string raw) => raw.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase) ? "script" : Folding.Fold(raw);

    /// <summary>Punctuation between two words; a full stop closes the sentence on the way.</summary>
    private (bool Comma, bool Break, bool Colon) Between(ReadOnlySpan<char> gap, bool hasWords)
    {
        var (comma, broken, colon) = (false, false, false);
        for (var at = 0; at < gap.Length; at++)
        {
            switch (gap[at])
            {
                case ',' or '、' or '，':
                    comma = true;
                    break;
                case ':' or '：':
                    colon = true;
                    break;
                case ';' or '；' or '(' or ')' or '–' or '—' or '→' or '|':
                    broken = true;
                    break;
                case '-' or '=' when hasWords && at > 0 && at + 1 < gap.Length:
                    broken = true;
                    break;
                case '"' or '“' or '”' or '„' or '«' or '»' or '「' or '」':
                    Quote();
                    break;
                case '?' when _quotedSince >= 0:
                    break;
                case '?' or '？':
                    Close(isQuestion: true);
                    (comma, broken, colon) = (false, false, false);
                    break;
                case '!' or '。' or '！':
                    Close(isQuestion: false);
                    (comma, broken, colon) = (false, false, false);
                    break;
                case '.' or '…' when !EndsAbbreviation():
                    Close(isQuestion: false);
                    (comma, broken, colon) = (false, false, false);
                    break;
            }
        }

        return (comma, broken, colon);
    }

    private bool EndsAbbreviation() => _words.Count > 0 && (_words[^1].Text is [>= 'a' and <= 'z'] || lexicons.IsAbbreviation(_words[^1].Text));

    /// <summary>A quotation opens or closes; a long one is somebody else's words, a short one is a label.</summary>
    private void Quote()
    {
        if (_quotedSince < 0)
        {
            _quotedSince = _words.Count;
            return;
        }

        if (_words.Count - _quotedSince >= LongQuotation)
        {
            for (var at = _quotedSince; at < _words.Count; at++)
                _words[at] = _words[at] with { Quoted = true };
        }

        _quotedSince = -1;
    }

    private void Close(bool isQuestion)
    {
        if (_words.Count > 0)
            _sentences.Add(new([.. _words], isQuestion, _paragraph));
        if (_sentences.Count > 0 && _sentences.Count % MaxSentences == 0)
            _paragraph++;
        _words.Clear();
        _quotedSince = -1;
    }
}
