namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Fields of an event as Event Viewer labels them when its details are copied as text, and as <c>wevtutil qe /f:text</c> does.</summary>
internal enum EventViewerField
{
    LogName,
    Source,
    Date,
    EventId,
    TaskCategory,
    Level,
    Keywords,
    User,
    Computer,
    UserName,
    Opcode,
    MoreInformation,
    Description,
    EventXml,
}
