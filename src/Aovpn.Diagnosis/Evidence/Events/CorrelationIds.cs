using System.Collections.Immutable;

namespace Aovpn.Diagnosis.Evidence.Events;

/// <summary>Identifiers in braces that events of RAS begin with: a routing domain (zeros), then a correlation id, each optional.</summary>
internal static class CorrelationIds
{
    /// <returns>The correlation id, null when there is none, and the data after the identifiers.</returns>
    public static (EventValue? CoId, ImmutableArray<EventValue> Others) Split(ImmutableArray<EventValue> data)
    {
        EventValue? found = null;
        var start = 0;
        while (start < data.Length && data[start].Text is ['{', .., '}'] braced)
        {
            if (Guid.TryParse(braced, out var id) && id != Guid.Empty)
                found = data[start];
            start++;
        }

        return (found, data[start..]);
    }

    /// <summary>Without braces, lower case.</summary>
    public static string? Id(EventValue? value) => value is not null && Guid.TryParse(value.Text, out var id) ? id.ToString("D") : null;
}
