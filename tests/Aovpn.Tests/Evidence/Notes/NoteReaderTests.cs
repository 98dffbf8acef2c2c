using System.Diagnostics;
using System.Text;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Diagnosis.Pages;
using Aovpn.Diagnosis.Rules;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Notes;

public sealed class NoteReaderTests
{
    private const string Ticket = """
        Subject: VPN 809 since the firewall replacement

        Since Monday nobody can connect over IKEv2. "The network connection between your computer and the VPN server could not be
        established because the remote server is not responding. This could be because one of the network devices (e.g., firewalls,
        NAT, routers, etc) between your computer and the remote server is not configured to allow VPN connections."
        - From the phone's hotspot it works, from the office guest network it does not.
        - The profile connects to vpn.example.com; there is no load balancer.
        Is there a proxy? Maybe the certificate has expired.
        """;

    [Fact]
    public void Reads_a_ticket_and_cites_each_remark_where_it_stands()
    {
        var reading = Read.Text(Ticket);
        Assert.Equal(["note"], reading.Kinds);
        Assert.All(reading.Observations, seen => Assert.Equal(Provenance.Reported, seen.Source.Provenance));

        var contrast = Assert.Single(reading.Observations.OfType<Contrast>(), contrast => contrast.Dimension is ContrastDimension.Network);
        Assert.True(contrast.Differs);
        Assert.Equal("line 6", contrast.Source.Locator.ToString());
        Assert.Equal("vpn.example.com", Assert.Single(reading.Observations.OfType<NameDialled>()).Server);

        var understood = Say.Understood(Ticket);
        Assert.Contains("code:809", understood);
        Assert.Contains("same-for:user", understood);
        Assert.Contains("since:migration", understood);
        Assert.Contains("no-topic:load-balancer", understood);
        Assert.DoesNotContain("topic:proxy", understood);
        Assert.DoesNotContain("topic:certificate-expired", understood);
    }

    [Fact]
    public void Takes_nothing_that_Windows_says_for_a_statement_about_the_network() =>
        Assert.Equal(["code:809"], Say.Understood(string.Join('\n', Ticket.Split('\n')[2..5]).Replace("Since Monday nobody can connect over IKEv2. ", "", StringComparison.Ordinal)));

    [Fact]
    public void Leaves_alone_what_it_does_not_understand() => Assert.Empty(Read.Text("Lorem ipsum dolor sit amet.\n12 34 56").Kinds);

    [Theory]
    [InlineData("The tunnel drops after a few minutes.", SymptomId.Drops)]
    [InlineData("It never dials by itself after sign-in.", SymptomId.NeverDials)]
    [InlineData("Users are asked to choose a certificate.", SymptomId.AsksForCertificate)]
    [InlineData("The client is prompted for credentials each time.", SymptomId.AsksForCredentials)]
    [InlineData("The VPN connects but we cannot reach anything inside.", SymptomId.ConnectedNoAccess)]
    [InlineData("Connected, but internal names are not resolved.", SymptomId.ConnectedNoNames)]
    [InlineData("Copying large files hangs.", SymptomId.ConnectedLargeTransfersFail)]
    [InlineData("It says Oops - You can't get to this yet.", SymptomId.Oops)]
    [InlineData("The profile does not appear on the laptop.", SymptomId.ProfileAbsent)]
    [InlineData("A revoked laptop can still connect.", SymptomId.ConnectsWithoutPermission)]
    [InlineData("Die Verbindung bricht ständig ab.", SymptomId.Drops)]
    [InlineData("Das VPN verbindet sich nicht automatisch.", SymptomId.NeverDials)]
    public void Understands_a_symptom(string sentence, SymptomId expected) =>
        Assert.Contains(expected, Read.Text(sentence).Observations.OfType<SymptomReported>().Select(seen => seen.Symptom));

    [Theory]
    [InlineData("The tunnel never drops.")]
    [InlineData("Does the tunnel drop?")]
    public void Denied_or_asked_is_not_reported(string sentence) => Assert.Empty(Read.Text(sentence).Observations.OfType<SymptomReported>());

    [Theory]
    [InlineData("Since the last Windows update it fails.", "update")]
    [InlineData("It began after we renewed the server certificate.", "renewal")]
    [InlineData("Since we moved to the new CA nobody gets in.", "new-ca")]
    [InlineData("Nach dem Umzug ins neue Rechenzentrum geht nichts mehr.", "migration")]
    public void Understands_a_change(string sentence, string change) =>
        Assert.Contains(change, Read.Text(sentence).Observations.OfType<ChangeReported>().Select(seen => seen.Change));

    [Fact]
    public void Damaged_text_gives_no_exception()
    {
        foreach (var copy in Damaged.Copies(Encoding.UTF8.GetBytes(Ticket)))
            Read.Bytes(copy);
    }

    [Theory]
    [InlineData("no ")]
    [InlineData("not only all users ")]
    [InlineData("\"")]
    [InlineData("error 809 ")]
    [InlineData("x")]
    [InlineData("connects but names a ")]
    [InlineData("証明書")]
    public void A_very_long_line_takes_no_long_time(string part)
    {
        var watch = Stopwatch.StartNew();
        Read.Text(string.Concat(Enumerable.Repeat(part, 200_000 / part.Length)));
        Read.Text(string.Join('\n', Enumerable.Repeat(part, 5_000)));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public void Every_clue_of_every_page_is_something_that_a_person_can_be_understood_to_say()
    {
        var topics = Aovpn.Diagnosis.Evidence.Notes.Topics.All.Select(topic => topic.Key).ToHashSet();
        var changes = Aovpn.Diagnosis.Evidence.Notes.NoteReader.Changes;
        var dimensions = Enum.GetNames<ContrastDimension>().Select(KebabCase.Of).ToHashSet();
        var symptoms = Enum.GetNames<SymptomId>().Select(KebabCase.Of).ToHashSet();
        var unknown = RuleBook.Default.Pages
            .SelectMany(page => page.FavouredBy.Concat(page.ContradictedBy).Concat(page.ProvedBy).Select(clue => (page.Id, clue)))
            .Where(one => !(one.clue.Kind switch
            {
                ClueKind.Topic or ClueKind.NoTopic => topics.Contains(one.clue.Value),
                ClueKind.Since => changes.Contains(one.clue.Value),
                ClueKind.Symptom => symptoms.Contains(one.clue.Value),
                _ => dimensions.Contains(one.clue.Value),
            }));
        Assert.Empty(unknown);
    }
}
