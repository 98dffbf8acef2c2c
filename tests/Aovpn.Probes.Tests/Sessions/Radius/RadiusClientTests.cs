using Aovpn.Codecs.Radius;
using Aovpn.Lab.Radius;
using Aovpn.Probes.Sessions.Radius;
using Aovpn.Probes.Tests.Sessions.Eap;

namespace Aovpn.Probes.Tests.Sessions.Radius;

public sealed class RadiusClientTests
{
    private static readonly RadiusClientSettings Settings = new(new(EapDeployment.Secret));

    [Fact]
    public void A_server_with_another_secret_is_silent()
    {
        using var deployment = new EapDeployment();

        var run = deployment.Run(settings => settings with { Secret = "another" });

        Assert.Equal((RadiusOutcome.Running, 0), (run.Outcome, run.Rounds));
    }

    [Fact]
    public void An_answer_with_another_secret_is_noticed()
    {
        using var deployment = new EapDeployment();
        using var client = new RadiusClient(Settings, deployment.Peer);
        var request = RadiusPacket.Decode(client.Start());
        List<RadiusEvent> events = [];

        var next = client.Receive(RadiusSigning.EncodeResponse(RadiusCode.AccessReject, request.Identifier, request.Authenticator.AsSpan(), [], "another"u8), events);

        Assert.Null(next);
        Assert.Equal(RadiusOutcome.SecretDiffers, client.Outcome);
    }

    [Fact]
    public void An_answer_from_elsewhere_is_ignored_and_waiting_goes_on()
    {
        using var deployment = new EapDeployment();
        using var client = new RadiusClient(Settings, deployment.Peer);
        client.Start();
        List<RadiusEvent> events = [];

        Assert.Null(client.Receive([1, 2, 3], events));
        Assert.Null(client.Receive(RadiusSigning.EncodeResponse(RadiusCode.AccessReject, 0, new byte[16], [], "x"u8), events));
        Assert.Equal(RadiusOutcome.Running, client.Outcome);
        Assert.Equal(2, events.OfType<RadiusEvent.Ignored>().Count() + events.OfType<RadiusEvent.Replied>().Count());
    }

    [Fact]
    public void The_first_attribute_of_each_request_is_the_message_authenticator()
    {
        using var deployment = new EapDeployment();
        using var client = new RadiusClient(Settings, deployment.Peer);

        Assert.Equal(RadiusAttributeType.MessageAuthenticator, RadiusPacket.Decode(client.Start()).Attributes[0].Type);
    }

    [Fact]
    public void Questions_are_answered_by_those_who_know_them()
    {
        using var deployment = new EapDeployment();
        using var server = new RadiusServer(new(EapDeployment.Secret, deployment.Server) { KnowsStatusServer = true });

        foreach (var question in new[] { RadiusQuestion.Status(Settings), RadiusQuestion.Accounting(Settings, "probe"), RadiusQuestion.Password(Settings, "nobody", "x", withMessageAuthenticator: true) })
        {
            question.Receive(server.Answer(question.Request), []);
            Assert.Equal(RadiusOutcome.Answered, question.Outcome);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Only_a_forgeable_server_answers_a_request_without_message_authenticator(bool forgeable)
    {
        using var deployment = new EapDeployment();
        using var server = new RadiusServer(new(EapDeployment.Secret, deployment.Server) { IsForgeable = forgeable });
        var question = RadiusQuestion.Password(Settings, "nobody", "x", withMessageAuthenticator: false);

        var answer = server.Answer(question.Request);
        Assert.Equal(forgeable, answer is not null);
        if (answer is null)
            return;
        question.Receive(answer, []);
        Assert.Equal(MessageAuthenticatorState.Absent, question.Verification?.MessageAuthenticator);
    }
}
