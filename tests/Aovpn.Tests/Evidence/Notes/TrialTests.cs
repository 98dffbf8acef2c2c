namespace Aovpn.Tests.Evidence.Notes;

/// <summary>What somebody takes away to see what happens was there: the trial is no state that fails.</summary>
public sealed class TrialTests
{
    [Theory]
    [InlineData("13801. If I delete the root certificate, the message changes to another one.", "topic:root-missing")]
    [InlineData("13801. As a test I removed the machine certificate, then a different error appeared.", "topic:certificate-missing")]
    [InlineData("13801. With the root certificate removed the error becomes another.", "topic:root-missing")]
    [InlineData("13801. When I delete the new certificate I get a different message.", "topic:certificate-renewed")]
    [InlineData("13801. Wenn ich das Stammzertifikat entferne, kommt eine andere Meldung.", "topic:root-missing")]
    public void What_is_tried_out_is_not_said(string note, string not)
    {
        Assert.Contains("code:13801", Say.Understood(note));
        Assert.DoesNotContain(not, Say.Understood(note));
    }

    [Theory]
    [InlineData("13801 since the root certificate was removed from the clients.", "topic:root-missing")]
    [InlineData("13806. We looked everywhere, the machine certificate is missing.", "topic:certificate-missing")]
    [InlineData("When we renewed the certificate the trouble began, 13801.", "topic:certificate-renewed")]
    public void What_is_so_is_said(string note, string expected) => Assert.Contains(expected, Say.Understood(note));
}
