using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>
/// RasClient's sentences back to the data that Windows put into them. In English every datum is found; in any other language the
/// correlation id and the number at the end, which are what matters, and what stands in quotation marks.
/// </summary>
internal static class RasClientMessage
{
    private const string CoIdMark = "CoId=";
    private const string Mobike = "Connection supports MOBIKE";

    /// <summary>English sentences: what stands before the user, between user and connection, and after the connection.</summary>
    private static readonly ImmutableArray<Sentence> Sentences =
    [
        new(20221, "The user ", " has started dialing a ", " connection profile named ", ". The connection settings are"),
        new(20222, "The user ", " is trying to establish a link to the Remote Access Server for the connection named ", null, " using the following device"),
        new(20223, "The user ", " has successfully established a link to the Remote Access Server using the following device", null, null),
        new(20224, "The link to the Remote Access Server has been established by user ", null, null, null),
        new(20225, "The user ", " has dialed a connection named ", null, " to the Remote Access Server which has successfully connected"),
        new(20226, "The user ", " dialed a connection named ", null, " which has terminated"),
        new(20227, "The user ", " dialed a connection named ", null, " which has failed"),
    ];

    /// <summary>A piece of each, by which all of them are sought at once.</summary>
    private static readonly SearchValues<string> Telling = SearchValues.Create(
        [.. Sentences.Select(sentence => sentence.AfterUser ?? sentence.BeforeUser), Mobike], StringComparison.OrdinalIgnoreCase);

    /// <returns>The event whose English sentence this is; null when it is none.</returns>
    public static int? Recognize(string message)
    {
        if (!message.AsSpan().ContainsAny(Telling))
            return null;
        foreach (var sentence in Sentences)
        {
            if (sentence.Matches(message))
                return sentence.EventId;
        }

        return message.Contains(Mobike, StringComparison.OrdinalIgnoreCase) ? 20281 : null;
    }

    /// <summary>
    /// A failure in another language: it begins with the correlation id, has a word for failing, and ends in the code. Words from memory.
    /// </summary>
    private static readonly ImmutableArray<string> FailedElsewhere =
        ["fehlgeschlagen", "fehlercode", "échou", "code d'erreur", "code d’erreur", "non riuscit", "codice di errore", "codice errore", "código de error", "erróne", "código de erro", "falhou", "foutcode", "mislukt"];

    /// <returns>20227 for a sentence that is RasClient's in another language than English; null for any other text.</returns>
    public static int? Translated(string message) => CoId(message) is not null && LastNumber(message) is not null
        && FailedElsewhere.Any(word => message.Contains(word, StringComparison.OrdinalIgnoreCase)) ? 20227 : null;

    public static ImmutableArray<EventValue> Data(WindowsEvent seen)
    {
        var message = seen.MessageText;
        if (message.Length == 0)
            return [];
        var data = ImmutableArray.CreateBuilder<EventValue>();
        if (CoId(message) is { } coId)
            data.Add(Value(seen, coId));

        var sentence = Sentences.FirstOrDefault(one => one.EventId == seen.EventId && one.Matches(message));
        if (sentence is not null)
        {
            foreach (var piece in sentence.Take(message))
                data.Add(Value(seen, piece));
        }
        else if (Quoted(message) is { Length: >= 2 } quoted)
        {
            data.Add(Value(seen, quoted[0]));
            data.Add(Value(seen, quoted[1]));
        }

        if (seen.EventId is 20221 or 20222 or 20223)
        {
            if (sentence is not null)
                data.Add(new(null, string.Join('\n', seen.Message.Select(line => line.Text)), null));
        }
        else if (seen.EventId is 20226 or 20227 && (sentence is null ? LastNumber(message) : sentence.Number(message)?.Text) is { } number)
        {
            data.Add(Value(seen, number));
        }

        return data.ToImmutable();
    }

    /// <returns>Where the English sentence of a failure or an end stops, after its code; null when it has none.</returns>
    public static int? EndOfCode(string message)
    {
        foreach (var sentence in Sentences)
        {
            if (sentence.EventId is 20226 or 20227 && sentence.Matches(message))
                return sentence.Number(message)?.End;
        }

        return null;
    }

    /// <returns>The identifier after CoId=, with its braces; null when there is none.</returns>
    public static string? CoId(string message)
    {
        var mark = message.IndexOf(CoIdMark, StringComparison.OrdinalIgnoreCase);
        if (mark < 0)
            return null;
        var start = mark + CoIdMark.Length;
        const int Braced = 38;
        if (start + Braced > message.Length || message[start] != '{' || message[start + Braced - 1] != '}')
            return null;
        var text = message.Substring(start, Braced);
        return Guid.TryParse(text, out _) ? text : null;
    }

    /// <returns>The number that ends the message, with its sign; null when something else does.</returns>
    public static string? LastNumber(string message)
    {
        var end = message.Length;
        while (end > 0 && !char.IsAsciiLetterOrDigit(message[end - 1]) && message[end - 1] is not ('…' or ')'))
            end--;
        if (message.AsSpan(end).StartsWith("..."))
            return null;
        var start = end;
        while (start > 0 && char.IsAsciiDigit(message[start - 1]))
            start--;
        if (start == end || end - start > 10 || (start > 0 && char.IsLetter(message[start - 1])))
            return null;
        var isNegative = start > 0 && message[start - 1] is '-' or '\u2212';
        var digits = message[start..end];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? (isNegative ? "-" : "") + digits : null;
    }

    private static EventValue Value(WindowsEvent seen, string text) => new(null, text, seen.PlaceInMessage(text.Trim()));

    /// <summary>Other languages put names into quotation marks of their own.</summary>
    private static ImmutableArray<string> Quoted(string message)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var from = 0;
        while (found.Count < 4 && from < message.Length)
        {
            var open = message.AsSpan(from).IndexOfAny("\"„“«");
            if (open < 0)
                break;
            open += from;
            var length = message.AsSpan(open + 1).IndexOfAny("\"“”»");
            if (length < 0)
                break;
            found.Add(message.Substring(open + 1, length).Trim());
            from = open + length + 2;
        }

        return found.ToImmutable();
    }

    private sealed record Sentence(int EventId, string BeforeUser, string? AfterUser, string? BeforeName, string? AfterName)
    {
        public bool Matches(string message)
        {
            var user = message.IndexOf(BeforeUser, StringComparison.OrdinalIgnoreCase);
            if (user < 0)
                return false;
            if (AfterUser is null)
                return true;
            var after = message.IndexOf(AfterUser, user, StringComparison.OrdinalIgnoreCase);
            // Only a failure and an end differ in what follows the name; tables cut the others off before it.
            return after >= 0 && (EventId is not (20226 or 20227) || message.IndexOf(AfterName!, after, StringComparison.OrdinalIgnoreCase) >= 0);
        }

        /// <returns>The first number after the connection's name, with its sign, and where it ends; null when there is none or it may be cut off.</returns>
        public (string Text, int End)? Number(string message)
        {
            var user = message.IndexOf(BeforeUser, StringComparison.OrdinalIgnoreCase);
            var name = message.IndexOf(AfterUser!, user, StringComparison.OrdinalIgnoreCase);
            var start = message.IndexOf(AfterName!, name, StringComparison.OrdinalIgnoreCase) + AfterName!.Length;
            while (start < message.Length && !char.IsAsciiDigit(message[start]))
                start++;
            var end = start;
            while (end < message.Length && char.IsAsciiDigit(message[end]))
                end++;
            if (start == end || end - start > 10 || message.AsSpan(end).StartsWith("...") || message.AsSpan(end).StartsWith("\u2026"))
                return null;
            var isNegative = message[start - 1] is '-' or '\u2212';
            return ((isNegative ? "-" : "") + message[start..end], end);
        }

        /// <returns>User and, where the sentence has one, connection.</returns>
        public IEnumerable<string> Take(string message)
        {
            var start = message.IndexOf(BeforeUser, StringComparison.OrdinalIgnoreCase) + BeforeUser.Length;
            if (AfterUser is null)
            {
                yield return message[start..].TrimEnd('.', ' ');
                yield break;
            }

            var afterUser = message.IndexOf(AfterUser, start, StringComparison.OrdinalIgnoreCase);
            if (afterUser < 0)
                yield break;
            yield return message[start..afterUser].Trim();
            if (AfterName is null)
                yield break;
            var name = afterUser + AfterUser.Length;
            if (BeforeName is not null)
            {
                var before = message.IndexOf(BeforeName, name, StringComparison.OrdinalIgnoreCase);
                if (before < 0)
                    yield break;
                name = before + BeforeName.Length;
            }

            var end = message.IndexOf(AfterName, name, StringComparison.OrdinalIgnoreCase);
            if (end >= 0)
                yield return message[name..end].Trim();
        }
    }
}
