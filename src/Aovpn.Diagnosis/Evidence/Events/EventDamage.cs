using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>The sentences for events that could not be read, or not wholly.</summary>
internal static class EventDamage
{
    public static Unreadable NotClosed(Citation source, WindowsEvent? kept) => new(source, kept is null
        ? Message.Of($"an event begins here and has no end tag, and neither its provider nor its id could be read: copy the whole event from Event Viewer, Details, XML View")
        : Message.Of($"event {kept.EventId} of {Hole.Plain(kept.Provider)} has no end tag; what stands before the cut was read: copy the whole event from Event Viewer, Details, XML View"));

    public static Unreadable Broken(Citation source, long line, WindowsEvent? kept) => new(source, kept is null
        ? Message.Of($"the XML of this event breaks at line {line}, before its provider and id could be read; the events around it were read: export the log again with wevtutil qe LOG /f:xml")
        : Message.Of($"the XML of event {kept.EventId} of {Hole.Plain(kept.Provider)} breaks at line {line}; what stands before that was read: export the log again with wevtutil qe LOG /f:xml"));

    public static Unreadable TooLong(Citation source) => new(
        source, Message.Of($"this event is longer than {EventXmlScanner.MaxEvent} characters, which no Windows event is, and was read up to there"));

    public static Unreadable Nameless(Citation source) => new(
        source, Message.Of($"this event names no provider or no event id, so that nothing can be said of it; the events around it were read"));

    public static Unreadable CodeMissing(Citation source, WindowsEvent seen) => new(
        source, Message.Of($"event {seen.EventId} of {Hole.Plain(seen.Provider)} says that a connection failed, but the error code is cut off: show the whole message with Get-WinEvent -LogName Application | Format-List"));
}
