using System.Collections.Immutable;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>An element of an event's UserData, in document order.</summary>
/// <param name="Name">Local name: providers use namespaces of their own.</param>
/// <param name="Depth">From 0 for the child of UserData.</param>
/// <param name="Text">Its own text, children's not included.</param>
public sealed record EventElement(string Name, int Depth, ImmutableArray<EventValue> Attributes, string Text, Locator? Place)
{
    /// <returns>The value of an attribute; null when it is not there.</returns>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name)
                return attribute.Text;
        }

        return null;
    }
}
