using Aovpn.Diagnosis.Evidence.Notes;

namespace Aovpn.Tests.Evidence.Notes;

public sealed class TopicTests
{
    [Theory]
    [InlineData("The servers stand behind a load balancer.", "topic:load-balancer")]
    [InlineData("There is no firewall in between.", "no-topic:firewall")]
    [InlineData("There is no firewall, proxy or antivirus.", "no-topic:proxy")]
    [InlineData("A proxy is not used.", "no-topic:proxy")]
    [InlineData("UDP ports 500 and 4500 are blocked by the hotel.", "topic:ports-blocked")]
    [InlineData("UDP ports 500 and 4500 are open.", "no-topic:ports-blocked")]
    [InlineData("The certificate has no private key.", "no-topic:private-key")]
    [InlineData("The root is not trusted by the client.", "topic:root-missing")]
    [InlineData("The laptop is not domain joined.", "no-topic:domain-joined")]
    [InlineData("We ran the script in a remote desktop session.", "topic:rdp-session")]
    [InlineData("The VPN fails with 809 although the firewall was replaced.", "topic:firewall")]
    [InlineData("Wir haben keine Firewall dazwischen.", "no-topic:firewall")]
    [InlineData("Das Zertifikat ist am Freitag abgelaufen.", "topic:certificate-expired")]
    [InlineData("Der Rechner hat keinen privaten Schlüssel zum Zertifikat.", "no-topic:private-key")]
    public void Understands_a_topic(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("Is there a load balancer?", "load-balancer")]
    [InlineData("Maybe the firewall is guilty.", "firewall")]
    [InlineData("The tunnel does not come up over the load balancer.", "no-topic:load-balancer")]
    public void Takes_no_guess_or_question_for_a_statement(string sentence, string topic) =>
        Assert.DoesNotContain(Say.Understood(sentence), word => word.EndsWith(topic, StringComparison.Ordinal));

    [Fact]
    public void Every_topic_has_phrases_and_every_phrase_a_topic()
    {
        var keys = Topics.All.Select(topic => topic.Key).ToHashSet();
        foreach (var (language, topics) in NoteReader.TopicsOf())
            Assert.True(topics.IsSubsetOf(keys), $"{language}: {string.Join(", ", topics.Except(keys))} stand in no row of topics.json");

        foreach (var language in new[] { "en", "de" })
            Assert.Empty(keys.Except(NoteReader.TopicsOf(language, "any").SelectMany(one => one.Topics)).Except(NoteReader.TopicsOfGrammar));
    }
}
