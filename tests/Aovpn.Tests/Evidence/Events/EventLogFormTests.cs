using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security;
using Aovpn.Diagnosis.Catalogue;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Generators.Evtx;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Events;

/// <summary>Every event that the diagnosis knows, with its fields in the catalogue's order: read out of a log as out of XML.</summary>
public sealed class EventLogFormTests
{
    private static readonly string[] WithStringsOnly = ["RasClient", "RemoteAccess", "RasMan", "Service Control Manager", "Schannel", "IAS", "NPS"];

    public static TheoryData<string, uint, string> Events => new(EventCatalogue.All.Select(row => (row.Provider, row.Id, row.Channel)).Distinct());

    [Theory]
    [MemberData(nameof(Events))]
    public void A_log_says_what_its_XML_says(string provider, uint id, string channel)
    {
        var row = EventCatalogue.All.First(row => row.Provider == provider && row.Id == id && row.Channel == channel);
        var xml = Xml(row);

        var expected = Read.Text(xml).Observations;
        var seen = Read.Bytes(EventXmlLog.Of(xml).ToArray()).Observations;

        // CAPI2's other events say nothing without a certificate, crashes of programs nothing unless a VPN needs them.
        Assert.True(expected.Length > 0 || channel.Contains("CAPI2", StringComparison.Ordinal) || provider == "Application Error", "the event says nothing");
        Assert.DoesNotContain(expected, one => one is Unreadable);
        Assert.Equal(expected.Select(Said), seen.Select(Said));
    }

    [Fact]
    public void The_catalogue_names_the_events_that_logs_of_a_connection_have()
    {
        foreach (var (provider, first, last) in (ReadOnlySpan<(string, uint, uint)>)[("RasClient", 20220, 20288), ("RemoteAccess", 20001, 21000), ("Security-Auditing", 6272, 6280), ("CAPI2", 1, 100), ("AAD", 1000, 1200), ("VPN-Client", 0, 20000)])
            Assert.Contains(EventCatalogue.All, row => row.Provider.Contains(provider, StringComparison.OrdinalIgnoreCase) && row.Id >= first && row.Id <= last);
    }

    [Theory]
    [InlineData("de-DE", "CoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: Der Benutzer \"CORP\\alice\" hat eine Verbindung mit dem Namen \"Firma\" gewählt, die Verbindung konnte jedoch nicht hergestellt werden. Der durch den Fehler zurückgegebene Fehlercode lautet 13806.")]
    [InlineData("en-US", "CoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: The user CORP\\alice dialed a connection named Firma which has failed. The error code returned on failure is 13806.")]
    public void A_forwarded_event_with_nothing_but_its_rendering_says_what_happened(string culture, string message)
    {
        var xml = $"""
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='RasClient'/><EventID Qualifiers='0'>20227</EventID><TimeCreated SystemTime='2026-11-20T08:15:03.5260000Z'/><EventRecordID>8301</EventRecordID><Channel>Application</Channel><Computer>PC1.corp.example</Computer></System><RenderingInfo Culture='{culture}'><Message>{SecurityElement.Escape(message)}</Message><Level>Error</Level></RenderingInfo></Event>
            """ + "\n";

        var failed = Assert.Single(Read.Bytes(EventXmlLog.Of(xml).ToArray()).Observations.OfType<ConnectionFailed>());

        Assert.Equal(13806u, failed.Code.Value);
        Assert.Equal("CORP\\alice", failed.User);
        Assert.Equal("Firma", failed.Connection);
        Assert.Equal(Read.Text(xml).Observations.Select(Said), Read.Bytes(EventXmlLog.Of(xml).ToArray()).Observations.Select(Said));
    }

    private static string Xml(EventDescription row)
    {
        var provider = row.Provider.IndexOf(" (", StringComparison.Ordinal) is > 0 and var remark ? row.Provider[..remark] : row.Provider;
        var values = row.Fields.Select(field => (Name: field, Value: SecurityElement.Escape(Value(field)))).ToArray();
        var data = row.Channel.Contains("CAPI2", StringComparison.Ordinal)
            ? $"<UserData><Event{row.Id}>{string.Concat(values.Select((value, at) => $"<Item{at} name='{SecurityElement.Escape(value.Name)}'>{value.Value}</Item{at}>"))}<Result value='800B0109'>{row.Id}</Result></Event{row.Id}></UserData>"
            : $"<EventData>{string.Concat(values.Select(value => WithStringsOnly.Contains(provider) ? $"<Data>{value.Value}</Data>" : $"<Data Name='{SecurityElement.Escape(value.Name)}'>{value.Value}</Data>"))}</EventData>";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='{SecurityElement.Escape(provider)}'/><EventID>{row.Id}</EventID><TimeCreated SystemTime='2026-11-20T08:15:03.5260000Z'/><EventRecordID>8301</EventRecordID><Channel>{SecurityElement.Escape(row.Channel)}</Channel><Computer>HOST1.corp.example</Computer></System>{data}</Event>\n");
    }

    private static string Value(string field)
    {
        if (field.Contains("CoId", StringComparison.OrdinalIgnoreCase) || field.Contains("ActivityId", StringComparison.OrdinalIgnoreCase))
            return "{0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}";
        if (field.Contains("reason", StringComparison.OrdinalIgnoreCase))
            return "16";
        if (field.Contains("error", StringComparison.OrdinalIgnoreCase) || field.Contains("code", StringComparison.OrdinalIgnoreCase) || field.Contains("status", StringComparison.OrdinalIgnoreCase))
            return "809";
        return field.Contains("user", StringComparison.OrdinalIgnoreCase) ? "CORP\\alice" : $"{field} & <value>";
    }

    /// <summary>All that an observation says, but not where it was read.</summary>
    private static string Said(Observation seen) => $"{seen.GetType().Name} {string.Join("; ", seen.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name is not (nameof(Observation.Source) or nameof(Observation.Fields)) && property.GetIndexParameters().Length == 0)
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => $"{property.Name}={Text(property.GetValue(seen))}"))}";

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Text).Order(StringComparer.Ordinal))}]",
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
