using System.Collections.Immutable;
using System.Globalization;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.PowerShell;

/// <summary>
/// Reads errors as the console prints them, wrapped at its width. What decides is CategoryInfo and FullyQualifiedErrorId, which are
/// the same in all languages.
/// </summary>
public sealed class PowerShellErrorReader : IPassageReader
{
    private const string CategoryLabel = "+ CategoryInfo";
    private const string ErrorIdLabel = "+ FullyQualifiedErrorId";
    private const int LongestMessage = 20;

    public string Kind => "powershell-error";

    public int Order => 120;

    public Anchors Anchors { get; } = Anchors.Of(CategoryLabel);

    public IEnumerable<Passage> Find(EvidenceText text)
    {
        var free = 1;
        for (var line = 1; line <= text.Lines.Length; line++)
        {
            if (!text[line].TrimStart().StartsWith(CategoryLabel, StringComparison.Ordinal))
                continue;
            var passage = Read(text, free, line);
            yield return passage;
            (line, free) = (passage.Last, passage.Last + 1);
        }
    }

    /// <param name="free">The first line that may belong to this error.</param>
    /// <param name="at">The line of CategoryInfo.</param>
    private static Passage Read(EvidenceText text, int free, int at)
    {
        var first = FirstLine(text, free, at);
        var category = new WrappedValue(text, at);
        var errorId = category.Last < text.Lines.Length && text[category.Last + 1].TrimStart().StartsWith(ErrorIdLabel, StringComparison.Ordinal)
            ? new WrappedValue(text, category.Last + 1)
            : null;
        var last = errorId?.Last ?? category.Last;

        var message = Message(text, first, at);
        var (command, sentence) = Split(message);
        var failed = new PowerShellFailed(
            text.Cite(errorId is null ? at : category.Last + 1), text.Artifact.Host.Or(Host.Client), Head(errorId?.Value, ','), Head(category.Value, ':'), command ?? Activity(category.Value),
            FindCode(errorId?.Value) ?? FindCode(message), sentence)
        {
            Fields = ImmutableDictionary<string, Locator>.Empty
                .Add(nameof(PowerShellFailed.Category), new Locator.Lines(at))
                .Add(nameof(PowerShellFailed.ErrorId), errorId is null ? new Locator.Lines(at) : new Locator.Lines(category.Last + 1))
                .Add(nameof(PowerShellFailed.Text), new Locator.Lines(first, Math.Max(first, at - 1))),
        };
        return new(first, last, [failed]);
    }

    /// <summary>Up to an empty line, a prompt or another error.</summary>
    private static int FirstLine(EvidenceText text, int free, int at)
    {
        var first = at;
        while (first > free && at - first < LongestMessage && !string.IsNullOrWhiteSpace(text[first - 1]) && PromptLine.Parse(text[first - 1]) is null)
            first--;
        return first;
    }

    /// <summary>The words before the position message (<c>At line:1 char:1</c>), whose lines begin with a plus sign or hold no message.</summary>
    private static string Message(EvidenceText text, int first, int at)
    {
        var words = new List<string>();
        for (var line = first; line < at; line++)
        {
            var content = text[line].Trim();
            if (content.StartsWith('+') || content.StartsWith("At line:", StringComparison.Ordinal) || IsPosition(content))
                break;
            words.Add(content);
        }

        return string.Join(' ', words);
    }

    /// <summary>In every language: a place with a line number and a column after colons.</summary>
    private static bool IsPosition(string content)
    {
        var colon = content.LastIndexOf(':');
        return colon > 0 && colon < content.Length - 1 && content.AsSpan(colon + 1).TrimStart().ContainsAnyExceptInRange('0', '9') is false
            && content.AsSpan(0, colon).Contains(':');
    }

    /// <summary>Errors of cmdlets begin with the command and a colon.</summary>
    private static (string? Command, string Text) Split(string message)
    {
        var colon = message.IndexOf(" : ", StringComparison.Ordinal);
        return colon > 0 && !message.AsSpan(0, colon).Contains(' ') ? (message[..colon], message[(colon + 3)..]) : (null, message);
    }

    /// <summary>The command in brackets of <c>ObjectNotFound: (Corp VPN:...) [Get-VpnConnection], CimException</c>.</summary>
    private static string? Activity(string category)
    {
        var open = category.LastIndexOf('[');
        var close = open < 0 ? -1 : category.IndexOf(']', open);
        return close > open + 1 ? category[(open + 1)..close] : null;
    }

    private static string? Head(string? value, char end)
    {
        var head = value?.Split(end)[0].Trim();
        return string.IsNullOrEmpty(head) ? null : head;
    }

    private static Code? FindCode(string? text)
    {
        var at = text?.IndexOf("0x", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at >= 0 && at + 10 <= text!.Length
            && uint.TryParse(text.AsSpan(at + 2, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? Code.Windows(value)
            : null;
    }
}
