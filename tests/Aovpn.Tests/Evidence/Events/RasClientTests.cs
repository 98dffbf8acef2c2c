using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Events;

public sealed class RasClientTests
{
    private const string Xml = """
        <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
          <System>
            <Provider Name="RasClient" />
            <EventID Qualifiers="0">20227</EventID>
            <TimeCreated SystemTime="2026-11-20T08:15:03.526826800Z" />
            <EventRecordID>8301</EventRecordID>
            <Channel>Application</Channel>
            <Computer>PC1.corp.example</Computer>
          </System>
          <EventData>
            <Data>{0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}</Data>
            <Data>CORP\alice</Data>
            <Data>Always On VPN 192.0.2.1</Data>
            <Data>809</Data>
          </EventData>
        </Event>
        """;

    private const string Copy = """
        Log Name:      Application
        Source:        RasClient
        Date:          11/20/2026 9:15:03 AM
        Event ID:      20227
        Task Category: None
        Level:         Error
        Keywords:      Classic
        User:          N/A
        Computer:      PC1.corp.example
        Description:
        CoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: The user CORP\alice dialed a connection named Always On VPN which has failed. The error code returned on failure is -2146762495.
        """;

    [Fact]
    public void Reads_a_failure_from_XML_and_cites_the_line_of_each_field()
    {
        var seen = Read.One<ConnectionFailed>(Xml);

        Assert.Equal((@"CORP\alice", "Always On VPN 192.0.2.1", "0a1b2c3d-58e9-4867-b9e7-1e7d94dc40c8"), (seen.User, seen.Connection, seen.CoId));
        Assert.Equal(Code.Windows(809u), seen.Code);
        Assert.Equal(new Host(HostRole.Client, "PC1.corp.example"), seen.About);
        Assert.Equal("2026-11-20 08:15:03Z", seen.At?.ToString());
        Assert.Equal("evidence, line 14", seen.Cite(nameof(ConnectionFailed.Code)).ToString());
        Assert.Equal("evidence, lines 1-16", seen.Source.ToString());
    }

    [Fact]
    public void Reads_a_failure_from_a_copy_of_Event_Viewer_in_local_time()
    {
        var seen = Read.One<ConnectionFailed>(Copy);

        Assert.Equal((@"CORP\alice", "Always On VPN", "0a1b2c3d-58e9-4867-b9e7-1e7d94dc40c8"), (seen.User, seen.Connection, seen.CoId));
        Assert.Equal("0x800B0101", seen.Code.Hex);
        Assert.Equal("2026-11-20 09:15:03", seen.At?.ToString());
        Assert.Equal("evidence, line 11", seen.Cite(nameof(ConnectionFailed.Code)).ToString());
    }

    [Fact]
    public void Details_above_the_XML_are_the_same_event()
    {
        var reading = Read.Text("It fails every morning.\n\n" + Copy + "\nEvent Xml:\n" + Xml + "\n\nPlease help.\n");

        Assert.Single(reading.Observations.OfType<ConnectionFailed>());
        Assert.Equal(1, reading.Records);
    }

    [Fact]
    public void Words_below_a_copied_event_are_left_to_others()
    {
        var reading = Read.Text(Copy + "\n\nThe certificate was renewed.\n");

        Assert.Equal(1, Assert.Single(reading.Observations.OfType<ConnectionFailed>()).Source.Locator is Locator.Lines { First: var first } ? first : 0);
        Assert.Equal("evidence, lines 1-11", reading.Observations.OfType<ConnectionFailed>().Single().Source.ToString());
    }
}
