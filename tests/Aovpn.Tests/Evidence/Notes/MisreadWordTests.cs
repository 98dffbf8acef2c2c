namespace Aovpn.Tests.Evidence.Notes;

/// <summary>Words that were taken for a comparison or a topic that the sentence does not hold, and their neighbours that are one.</summary>
public sealed class MisreadWordTests
{
    [Theory]
    [InlineData("The script fails with access denied, no matter whether I run it locally or not.", "differs-by:lan")]
    [InlineData("809. Once connected I can't open any sites.", "same-for:network")]
    [InlineData("Every VPN connection fails with error 809.", "same-for:network")]
    [InlineData("The client has a valid certificate but NPS rejects it.", "topic:nps-name-in-profile")]
    [InlineData("Users have a valid certificate and still NPS refuses the certificate.", "topic:nps-name-in-profile")]
    public void What_is_not_said_is_not_understood(string note, string not) => Assert.DoesNotContain(not, Say.Understood(note));

    [Theory]
    [InlineData("Locally it works, over the internet it fails with 809.", "differs-by:lan")]
    [InlineData("Error 809, with another connection it works.", "differs-by:network")]
    [InlineData("Error 809 at all sites.", "same-for:network")]
    [InlineData("The laptop refuses the NPS certificate.", "topic:nps-name-in-profile")]
    public void What_is_said_still_is(string note, string expected) => Assert.Contains(expected, Say.Understood(note));

    [Theory]
    [InlineData("Running PowerShell as admin with execution policy set to bypass, we get an error from the script.", "topic:execution-policy-bypassed", "topic:script-run-elevated")]
    [InlineData("I ran the script as a local administrator from an elevated prompt.", "topic:script-run-elevated", null)]
    [InlineData("PowerShell als Administrator gestartet, Ausführungsrichtlinie ist Bypass, das Skript bricht ab.", "topic:execution-policy-bypassed", "topic:script-run-elevated")]
    public void What_was_done_right_is_understood(string note, string one, string? other)
    {
        var understood = Say.Understood(note);
        Assert.Contains(one, understood);
        Assert.Contains(other ?? one, understood);
    }

    [Theory]
    [InlineData("The execution policy is Restricted and the script does not run.")]
    [InlineData("The script runs only as administrator; as a user it fails with access denied.")]
    [InlineData("The user is no administrator and the script fails.")]
    public void What_was_not_done_right_is_not(string note) => Assert.Empty(Say.Understood(note).Intersect(["topic:execution-policy-bypassed", "topic:script-run-elevated"]));

    [Theory]
    [InlineData("The VPN is connected, but no internet.")]
    [InlineData("VPN ist verbunden, aber kein Internet mehr.")]
    [InlineData("Le VPN est connecté, mais plus d'internet.")]
    [InlineData("La VPN está conectada, pero sin internet.")]
    [InlineData("La VPN è connessa, ma senza internet.")]
    [InlineData("A VPN está conectada, mas sem internet.")]
    [InlineData("VPN подключено, но нет интернета.")]
    [InlineData("VPN可以连接，但无法访问内网。")]
    [InlineData("VPN 已经能连上，但是无法访问公司内网。")]
    [InlineData("VPNの接続はできますが、社内サーバーにアクセスできません。")]
    public void Connected_and_nothing_reached(string note)
    {
        var understood = Say.Understood(note);
        Assert.Contains("symptom:connected-no-access", understood);
        Assert.DoesNotContain("symptom:connection-fails", understood);
    }
}
