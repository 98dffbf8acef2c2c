using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>One piece of an event: a datum, an attribute, a line of its message.</summary>
/// <param name="Name">Its name; null for unnamed data and for lines of a message.</param>
/// <param name="Text">As written, white space at both ends removed.</param>
/// <param name="Place">Where it stands; null when nothing narrower than the event is known.</param>
public sealed record EventValue(string? Name, string Text, Locator? Place = null)
{
    /// <summary>Null where the event leaves the value out, which Windows writes as nothing or as a dash.</summary>
    public string? Known => Text is "" or "-" ? null : Text;
}
