namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>The text of one <c>Event</c> element as it stands in a larger text.</summary>
/// <param name="Text">From its opening tag; to its end tag when <paramref name="IsClosed"/>.</param>
/// <param name="FirstLine">Counted from 1.</param>
/// <param name="LastLine">The line on which its text ends.</param>
/// <param name="IsClosed">False when another event begins, or the text ends, before its end tag.</param>
/// <param name="IsTooLong">It is longer than <see cref="EventXmlScanner.MaxEvent"/>; the text is cut there.</param>
internal sealed record RawEvent(string Text, long FirstLine, long LastLine, bool IsClosed, bool IsTooLong)
{
    private const string NamespaceSuffix = "schemas.microsoft.com/win/2004/08/events/event";

    /// <summary>Whether it is of interest was asked when it was found.</summary>
    public bool IsLookedAt { get; init; }

    /// <summary>What it is, where its kind was known and no text was kept of it.</summary>
    public WindowsEvent? Seen { get; init; }

    /// <summary>NPS writes elements named Event too, into its XML log: a Windows event has a child System or says its namespace.</summary>
    public bool IsOfWindows
    {
        get
        {
            var end = Text.IndexOf('>', StringComparison.Ordinal);
            if (end < 0)
                return Text.Contains(NamespaceSuffix, StringComparison.OrdinalIgnoreCase);
            if (Text.AsSpan(0, end).Contains(NamespaceSuffix, StringComparison.OrdinalIgnoreCase))
                return true;
            var next = Text.IndexOf('<', end);
            return next >= 0 && EventXmlScanner.LocalName(Text.AsSpan(next + 1)) is "System";
        }
    }
}
