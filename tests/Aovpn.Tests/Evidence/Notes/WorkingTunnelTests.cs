namespace Aovpn.Tests.Evidence.Notes;

/// <summary>A type of tunnel that is said to connect.</summary>
public sealed class WorkingTunnelTests
{
    [Theory]
    [InlineData("SSTP works, IKEv2 fails with error 13834.", "topic:sstp-works", "topic:sstp")]
    [InlineData("SSTP connects fine but IKEv2 does not.", "topic:sstp-works", "topic:sstp")]
    [InlineData("IKEv2 fails with 809. It works with SSTP.", "topic:sstp-works", "topic:sstp")]
    [InlineData("SSTP funktioniert, IKEv2 nicht: Fehler 809.", "topic:sstp-works", "topic:sstp")]
    [InlineData("IKEv2 works, SSTP fails with 0x80070040.", "topic:ikev2-works", "topic:ikev2")]
    [InlineData("Error 13801 with IKEv2 only. L2TP works fine with a PSK.", "topic:l2tp-works", "topic:l2tp")]
    public void It_is_no_topic_then(string note, string works, string not)
    {
        var understood = Say.Understood(note);

        Assert.Contains(works, understood);
        Assert.DoesNotContain(not, understood);
    }

    [Theory]
    [InlineData("SSTP fails with 0x800B0109.")]
    [InlineData("New L2TP server, its installer ran without errors. Windows says 809.")]
    [InlineData("The certificate was issued without key usage, L2TP does not connect.")]
    [InlineData("SSTP does not work.")]
    [InlineData("SSTP works at home, but at the office SSTP fails.")]
    [InlineData("IKEv2 works over the hotspot, at home it fails with 809.")]
    [InlineData("Does SSTP work?")]
    [InlineData("SSTP worked until yesterday.")]
    [InlineData("It works without SSTP.")]
    [InlineData("SSTP works for some users only.")]
    public void Nothing_of_the_kind_is_said(string note) => Assert.DoesNotContain(Say.Understood(note), one => one.EndsWith("-works", StringComparison.Ordinal));
}
