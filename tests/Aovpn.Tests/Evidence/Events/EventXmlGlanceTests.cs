using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Events;
using Aovpn.Diagnosis.Model;

namespace Aovpn.Tests.Evidence.Events;

/// <summary>Event XML is read in two ways, fast and with care: they agree about every text, however it was tampered with.</summary>
public sealed class EventXmlGlanceTests
{
    private const int Copies = 1500;

    private static readonly string[] Events =
    [
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='RasClient'/><EventID Qualifiers='0'>20227</EventID><TimeCreated SystemTime='2026-11-20T09:15:03.1234567Z'/><EventRecordID>7</EventRecordID><Channel>Application</Channel><Computer>PC1</Computer><Security/></System><EventData><Data>{7A1C2E3D-4B5F-4A6C-8D7E-000000000001}</Data><Data>CORP\\alice</Data><Data>Corp VPN</Data><Data>809</Data></EventData></Event>",
        "<Event xmlns=\"http://schemas.microsoft.com/win/2004/08/events/event\"><System><Provider Name=\"Microsoft-Windows-GroupPolicy\" Guid=\"{aea1b4fa-97d1-45f2-a64c-4d69fffd92c9}\"/><EventID>1502</EventID><Version>0</Version><TimeCreated SystemTime=\"2026-11-20T09:15:04Z\"/><EventRecordID>8</EventRecordID><Correlation/><Computer>PC1</Computer></System><EventData><Data Name=\"A\">one &amp; two &lt;three&gt;</Data><Data Name=\"B\"></Data></EventData></Event>",
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>\n  <System>\n    <Provider Name='Service Control Manager' EventSourceName='SCM'/>\n    <EventID Qualifiers='16384'>7036</EventID>\n    <TimeCreated SystemTime='2026-11-20T09:15:05Z'/>\n    <EventRecordID>9</EventRecordID>\n    <Computer>PC1</Computer>\n  </System>\n  <EventData>\n    <Data Name='param1'>RasMan</Data>\n    <Data Name='param2'>stopped</Data>\n  </EventData>\n</Event>",
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='RasClient'/><EventID Qualifiers='0'>20227</EventID><TimeCreated SystemTime='2026-11-20T09:15:09.123456700Z'/><EventRecordID> 13 </EventRecordID><Channel></Channel><Computer>PC2</Computer><Security UserID='S-1-5-18'/></System><EventData><Data Name='CoId'>{7A1C2E3D-4B5F-4A6C-8D7E-000000000002}</Data><Data Name=' User ' x:y='z'> CORP\\bob</Data><Data/><Data></Data></EventData></Event>",
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Application Error'/><EventID Qualifiers='0'>1000</EventID><TimeCreated SystemTime='2026-11-20T09:15:06Z'/><EventRecordID>10</EventRecordID><Computer>PC1</Computer></System><EventData><Data Name='AppName'>notepad.exe</Data></EventData></Event>",
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Application Error'/><EventID>1000</EventID><TimeCreated SystemTime='2026-11-20T09:15:07Z'/><EventRecordID>11</EventRecordID><Computer>PC1</Computer></System><EventData><Data Name='AppName'>svchost.exe_RasMan</Data><Data>rasmans.dll</Data></EventData></Event>",
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Security-Auditing'/><EventID>4624</EventID><TimeCreated SystemTime='2026-11-20T09:15:08Z'/><EventRecordID>12</EventRecordID><Computer>NPS1</Computer></System><UserData><Any xmlns='x'><Of>it</Of></Any></UserData></Event>",
    ];

    private static readonly string[] Pieces =
    [
        "<", ">", "/", "</", "/>", "'", "\"", "&", "&amp;", "&#65;", "&x;", "<!-- -->", "<![CDATA[a]]>", "<?x?>", "]]>", "\r", "\r\n", "\n", "\t", " ", "\u0001", "\u00E4", "\uFFFD", "\U0001F600", "<Event>", "</Event>", "<Event xmlns='x'>",
        "<e:Event>", "</e:Event>", "<Event", "Event>", "<Provider Name='RasClient'/>", "<EventID>20227</EventID>", "Name='x' ", "<Data>", "</Data>", "</System>", "<System>", "20227", "RasClient", "é=", "x:y='z' ", ":Event",
    ];

    [Fact]
    public void Both_ways_agree_about_tampered_events()
    {
        var random = new Random(20261122);
        for (var copy = 0; copy < Copies; copy++)
        {
            var text = new StringBuilder(string.Join(copy % 3 == 0 ? "\r\n" : copy % 3 == 1 ? "\n" : "", Enumerable.Range(0, 4 + copy % 5).Select(_ => Events[random.Next(Events.Length)])));
            for (var change = copy == 0 ? 0 : 1 + random.Next(3); change > 0; change--)
                Tamper(text, random);
            Assert.Equal(Carefully(text.ToString()), Fast(text.ToString()));
        }
    }

    /// <summary>The same over every length, so that events end at and across the border of what is read at once.</summary>
    [Theory]
    [InlineData(32_000)]
    [InlineData(32_700)]
    [InlineData(33_000)]
    [InlineData(65_400)]
    public void Both_ways_agree_where_the_buffer_ends(int before)
    {
        for (var more = 0; more < 120; more += 7)
        {
            var filler = Events[1].Replace("one", new string('x', 3000 + more), StringComparison.Ordinal);
            var text = string.Concat(Enumerable.Repeat(filler + "\n", before / filler.Length)) + string.Concat(Enumerable.Repeat(Events[0] + "\n" + Events[2] + "\r\n", 60));
            Assert.Equal(Carefully(text), Fast(text));
        }
    }

    [Fact]
    public void An_event_longer_than_the_buffer_is_read_all_the_same()
    {
        var text = Events[0].Replace("Corp VPN", new string('x', 200_000), StringComparison.Ordinal) + Events[0];
        Assert.Equal(Carefully(text), Fast(text));
    }

    private static void Tamper(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, Math.Min(1 + random.Next(12), text.Length - at));
                break;
            case 1:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 2:
                text[at] = (char)(text[at] ^ 1 << random.Next(7));
                break;
            default:
                text.Insert(at, text.ToString().AsSpan(Math.Max(0, at - 30), Math.Min(30, at)));
                break;
        }
    }

    private static string[] Fast(string text) => Read(new(), text);

    private static string[] Carefully(string text) => Read(new() { IsCareful = true }, text);

    private static string[] Read(EventXmlReader reader, string text)
    {
        // A zero makes a text no text, which no reader of events is given.
        var tally = new RecordTally();
        var seen = reader.Read(ArtifactContent.Of(new Artifact("events"), text.Replace('\0', ' ')), tally).Select(Shown).ToArray();
        return [.. seen, $"{tally.Records} records"];
    }

    private static string Shown(Observation seen) => $"{seen.GetType().Name} {seen.Source.Locator} {seen.At} {string.Join(", ", seen.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))} {seen}";
}
