namespace Aovpn.Tests.Evidence.Notes;

public sealed class ContrastTests
{
    [Theory]
    [InlineData("It works from the phone's hotspot but not at home.", "differs-by:network")]
    [InlineData("At home it fails. Over tethering the same laptop connects at once.", "differs-by:network")]
    [InlineData("VPN fails with 809, only from the hotel.", "differs-by:network")]
    [InlineData("Error 809 on any network.", "same-for:network")]
    [InlineData("Only this laptop is affected.", "differs-by:device")]
    [InlineData("Another PC on the same network connects.", "differs-by:device")]
    [InlineData("My colleague's laptop works fine.", "differs-by:device")]
    [InlineData("It fails on a second laptop too.", "same-for:device")]
    [InlineData("All users get error 13801.", "same-for:user")]
    [InlineData("Nobody can connect since this morning.", "same-for:user")]
    [InlineData("Not all users are affected.", "differs-by:user")]
    [InlineData("A handful of people cannot connect.", "differs-by:user")]
    [InlineData("It fails on IKEv2, SSTP is fine.", "differs-by:tunnel-type")]
    [InlineData("The device tunnel connects, the user tunnel does not.", "differs-by:tunnel")]
    [InlineData("By IP address it works, by name not.", "differs-by:name-or-address")]
    [InlineData("On the LAN it works, from outside it fails.", "differs-by:lan")]
    [InlineData("Sometimes it connects, sometimes we see 809.", "differs-by:attempt")]
    [InlineData("Every second attempt fails.", "differs-by:attempt")]
    [InlineData("The tunnel drops after about 8 hours.", "differs-by:duration")]
    [InlineData("After sleep the connection fails.", "differs-by:sleep")]
    [InlineData("Old sessions stay, new ones fail.", "differs-by:load")]
    [InlineData("Started by hand it works.", "differs-by:manual")]
    [InlineData("Windows 10 clients connect without problems, Windows 11 clients fail.", "differs-by:operating-system")]
    [InlineData("Über den Hotspot funktioniert es, zu Hause nicht.", "differs-by:network")]
    [InlineData("Nur dieser Rechner ist betroffen.", "differs-by:device")]
    [InlineData("Alle Benutzer bekommen den Fehler 809.", "same-for:user")]
    [InlineData("SSTP geht, IKEv2 nicht.", "differs-by:tunnel-type")]
    [InlineData("Bei jedem zweiten Versuch klappt es.", "differs-by:attempt")]
    [InlineData("Nach acht Stunden bricht die Verbindung ab.", "differs-by:duration")]
    public void Understands_a_comparison(string sentence, string expected) => Assert.Contains(expected, Say.Understood(sentence));

    [Theory]
    [InlineData("Our staff works from home two days a week.")]
    [InlineData("Does it work from a hotspot?")]
    [InlineData("We have 200 users on Windows 11.")]
    [InlineData("The internet works at home.")]
    [InlineData("It worked from home until last week.")]
    public void Makes_no_comparison_of_what_compares_nothing(string sentence) =>
        Assert.DoesNotContain(Say.Understood(sentence), word => word.StartsWith("differs-by:", StringComparison.Ordinal) || word.StartsWith("same-for:", StringComparison.Ordinal));
}
