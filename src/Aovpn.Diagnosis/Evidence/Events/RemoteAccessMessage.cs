using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>User and address from the English sentences of RemoteAccess, in the order in which the events have them as data.</summary>
internal static class RemoteAccessMessage
{
    private static readonly ImmutableArray<(string Words, int EventId)> Sentences =
    [
        ("but failed an authentication attempt due to the following reason", 20271),
        ("has been disconnected because no network protocols were successfully negotiated", 20253),
        ("error occurred in the Point to Point Protocol module on port", 20255),
        ("A Demand Dial connection to the remote interface", 20111),
    ];

    /// <summary>What such a sentence begins with or has in its middle.</summary>
    public static IEnumerable<string> Openings => Sentences.Select(sentence => sentence.Words);

    /// <returns>The event whose English sentence this is; null when it is none.</returns>
    public static int? Recognize(string message)
    {
        foreach (var (words, eventId) in Sentences)
        {
            if (message.Contains(words, StringComparison.OrdinalIgnoreCase))
                return eventId;
        }

        return null;
    }

    public static ImmutableArray<EventValue> Data(WindowsEvent seen)
    {
        var message = seen.MessageText;
        if (message.Length == 0)
            return [];
        var data = ImmutableArray.CreateBuilder<EventValue>();
        if (RasClientMessage.CoId(message) is { } coId)
            data.Add(Value(seen, coId));

        if (seen.EventId is 20255)
        {
            data.Add(Value(seen, Between(message, "on port: ", ",") ?? ""));
            if (Between(message, "UserName: ", ". ") is { } name)
                data.Add(Value(seen, name));
            return data.ToImmutable();
        }

        if (Between(message, "The user ", " connected") is not { } user)
            return data.ToImmutable();
        data.Add(Value(seen, user));
        if (Between(message, " connected from ", " but ") is { } address)
            data.Add(Value(seen, address));
        return data.ToImmutable();
    }

    private static EventValue Value(WindowsEvent seen, string text) => new(null, text, text.Length == 0 ? null : seen.PlaceInMessage(text));

    private static string? Between(string message, string before, string after)
    {
        var start = message.IndexOf(before, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        start += before.Length;
        var end = message.IndexOf(after, start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? null : message[start..end].Trim();
    }
}
