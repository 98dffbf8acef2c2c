using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Events;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Events;

public sealed class EventDamageTests
{
    private const string Begin = "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='RasClient'/><EventID>20227</EventID></System><EventData>";
    private const string End = "</EventData></Event>";
    private const string Whole = Begin + "<Data>{0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}</Data><Data>SYSTEM</Data><Data>VPN</Data><Data>809</Data>" + End;

    [Fact]
    public void A_damaged_event_costs_no_more_than_itself()
    {
        var reading = Read.Text(Whole + "\n" + Begin + "<Data>{0A1B<Data></Event>\n" + Whole + "\n");

        Assert.Equal(2, reading.Observations.OfType<ConnectionFailed>().Count());
        var lost = reading.Observations.OfType<Unreadable>().ToList();
        Assert.Contains(lost, seen => seen.Source.ToString() == "evidence, line 2");
        Assert.Equal(3, reading.Records);
    }

    [Fact]
    public void A_truncated_event_is_said_to_be_so_and_leaves_the_words_below_it()
    {
        var reading = Read.Text("<b>Hello</b>\n" + Whole[..^30] + "\n\nThat is all I have.\n");

        Assert.Contains(reading.Observations, seen => seen is Unreadable && seen.Source.ToString() == "evidence, line 2");
    }

    [Fact]
    public void Entities_are_never_expanded()
    {
        const string Bomb = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>\n";
        var reading = Read.Text(Bomb + Begin + "<Data>&b;</Data><Data>&c;</Data>" + End);

        var lost = Assert.Single(reading.Observations.OfType<Unreadable>(), seen => seen.What.ToString().Contains("breaks", StringComparison.Ordinal));
        Assert.DoesNotContain("aaaa", lost.What.ToString(), StringComparison.Ordinal);
        Assert.Empty(reading.Observations.OfType<ConnectionFailed>());
    }

    [Fact]
    public void An_event_longer_than_any_is_cut_and_the_next_is_read()
    {
        var reading = Read.Text(Begin + "<Data>" + new string('x', 2_000_000) + "</Data>" + End + "\n" + Whole);

        Assert.Single(reading.Observations.OfType<ConnectionFailed>());
        Assert.Contains(reading.Observations, seen => seen is Unreadable && seen.Source.ToString() == "evidence, line 1");
    }

    [Fact]
    public void Prefixes_that_nobody_declared_do_no_harm()
    {
        var reading = Read.Text(Whole.Replace("<Data>809</Data>", "<Data>809</Data><Data><S:Envelope wsu:Id='1'>x</S:Envelope></Data>", StringComparison.Ordinal).Replace("<Data>809</Data><Data>", "<Data>VPN</Data><Data>", StringComparison.Ordinal));

        Assert.DoesNotContain(reading.Observations, seen => seen is Unreadable && seen.ToString()!.Contains("breaks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_events_is_recognized_wherever_its_beginning_ends()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes($"<?xml version='1.0'?>\n<Events>\n{Whole}\n{Whole}\n</Events>\n");
        var first = bytes.Length / 3;
        for (var cut = first; cut < bytes.Length; cut++)
        {
            var content = new ArtifactContent(new("log.xml"), bytes.AsMemory(0, cut), bytes.Length, () => new MemoryStream(bytes));
            Assert.True(new EventXmlReader().Recognizes(content), $"beginning of {cut} bytes");
        }
    }

    [Theory]
    [InlineData("Nom du journal :Application\nSource :      RasClient\nDate :        20/11/2026 09:15:03\nID de l\u2019\u00e9v\u00e9nement\u00a0:20227\nNiveau :      Erreur\nOrdinateur :  PC1\nDescription :\nCoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8} : ... 809.")]
    [InlineData("Nome registro: Application\nOrigine:       RasClient\nData:          20/11/2026 09:15:03\nID evento:     20227\nLivello:       Errore\nComputer:      PC1\nDescrizione:\nCoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: ... 809.")]
    [InlineData("Nombre de registro:Application\nOrigen:        RasClient\nFecha:         20/11/2026 9:15:03\nId. del evento:20227\nNivel:         Error\nEquipo:        PC1\nDescripci\u00f3n:\nCoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: ... 809.")]
    public void Labels_are_read_in_other_languages(string copy)
    {
        var seen = Read.One<ConnectionFailed>(copy);

        Assert.Equal((Code.Windows(809u), "PC1", "2026-11-20 09:15:03"), (seen.Code, seen.About.Name, seen.At?.ToString()));
    }

    [Fact]
    public void Deep_nesting_ends()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        var reading = Read.Text(Begin + deep + End + Whole);

        Assert.Single(reading.Observations.OfType<ConnectionFailed>());
    }

    [Fact]
    public void Events_of_the_NPS_log_are_not_events_of_Windows()
    {
        var reading = Read.Text("<Event><Timestamp data_type=\"4\">11/20/2026 09:15:03.123</Timestamp></Event>\n");

        Assert.DoesNotContain("event-xml", reading.Kinds);
    }

    [Fact]
    public void A_message_cut_off_before_its_code_is_said_to_be_so()
    {
        var lost = Read.One<Unreadable>("11/20/2026 9:15:03 AM   20227 Error   CoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: The user SYSTEM dialed a connection named VPN which has failed. The error code retu...");

        Assert.Contains("Format-List", lost.What.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> The user CORP\\bob dialed a connection named Work VPN which has failed. The error code returned on failure is 809.", 809)]
    [InlineData("Error,11/20/2026 9:15:03 AM,RasClient,20227,None,\"CoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: The user CORP\\bob dialed a connection named Work VPN which has failed. The error code returned on failure is 1460.\"", 1460)]
    [InlineData("The user CORP\\bob dialed a connection named\nWork VPN which has failed. The error code\nreturned on failure is 87.", 87)]
    [InlineData("Hello all, this is what I see: The user CORP\\bob dialed a connection named Work VPN which has failed. The error code returned on failure is 868. It works at home.", 868)]
    public void A_sentence_alone_is_an_event(string text, uint code)
    {
        var seen = Read.One<ConnectionFailed>(text);

        Assert.Equal((@"CORP\bob", "Work VPN", Code.Windows(code)), (seen.User, seen.Connection, seen.Code));
    }

    [Theory]
    [InlineData("3/4/2026 09:15:03", null)]
    [InlineData("3/4/2026 9:15:03 AM", "2026-03-04 09:15:03")]
    [InlineData("23/4/2026 09:15:03", "2026-04-23 09:15:03")]
    [InlineData("2026-04-23 21:15:03", "2026-04-23 21:15:03")]
    [InlineData("23.04.2026 21:15:03", "2026-04-23 21:15:03")]
    [InlineData("4/23/2026 12:15:03 AM", "2026-04-23 00:15:03")]
    public void An_ambiguous_date_gives_no_time(string date, string? expected)
    {
        var seen = Read.One<ConnectionFailed>($"Log Name: Application\nSource: RasClient\nDate: {date}\nEvent ID: 20227\nDescription:\nThe user SYSTEM dialed a connection named VPN which has failed. The error code returned on failure is 809.");

        Assert.Equal(expected, seen.At?.ToString());
    }

    [Fact]
    public void A_gateways_sentence_gives_its_code()
    {
        var seen = Read.One<GatewayEvent>("CoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: The following error occurred in the Point to Point Protocol module on port: VPN2-127, UserName: <Unauthenticated User>. IKE authentication credentials are unacceptable.");

        Assert.Equal((20255, "0a1b2c3d-58e9-4867-b9e7-1e7d94dc40c8", Code.Windows(13801u), null), (seen.EventId, seen.CoId, seen.Code, seen.User));
    }

    [Fact]
    public void Wevtutil_prints_text_too()
    {
        var seen = Read.One<ConnectionFailed>("Event[0]:\n  Log Name: Application\n  Source: RasClient\n  Date: 2026-11-20T09:15:03.526\n  Event ID: 20227\n  Task: N/A\n  Level: Error\n  Opcode: N/A\n  Keyword: Classic\n  User: N/A\n  User Name: N/A\n  Computer: PC1\n  Description: \nCoId={0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}: The user SYSTEM dialed a connection named VPN which has failed. The error code returned on failure is 809.\n");

        Assert.Equal(("SYSTEM", "PC1", Code.Windows(809u)), (seen.User, seen.About.Name, seen.Code));
        Assert.Equal("2026-11-20 09:15:03", seen.At?.ToString());
    }

    [Fact]
    public void A_bare_NPS_message_is_a_decision()
    {
        var seen = Read.One<RadiusDecision>("Hello,\n\nNetwork Policy Server denied access to a user.\n\nUser:\n\tAccount Name:\t\tCORP\\bob\n\nAuthentication Details:\n\tNetwork Policy Name:\t\t-\n\tAuthentication Type:\t\tEAP\n\tReason Code:\t\t16\n\tReason:\t\tText.\n\nWhat can I do?");

        Assert.Equal((Code.NpsReason(16), @"CORP\bob", RadiusOutcome.Rejected), (seen.Reason, seen.User, seen.Outcome));
        Assert.Equal("evidence, lines 3-12", seen.Source.ToString());
    }
}
