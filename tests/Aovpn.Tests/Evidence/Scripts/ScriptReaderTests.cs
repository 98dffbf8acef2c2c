using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Evidence.Profiles;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Scripts;

public sealed class ScriptReaderTests
{
    private static readonly string Sample = ProfileSamples.Text("VPN_Profile.ps1");

    [Fact]
    public void The_deployment_script_is_read_with_its_profile()
    {
        var script = Read.One<ScriptRead>(Sample);
        var profile = Read.One<ProfileRead>(Sample);

        Assert.Equal(("Corp VPN", true, true), (script.ProfileName, script.EscapesSpaces, script.FindsUserByConsole));
        Assert.Contains("Win32_ComputerSystem", Line(script, nameof(ScriptRead.FindsUserByConsole)), StringComparison.Ordinal);
        Assert.Equal((ProfileForm.Script, "Corp VPN"), (profile.Form, profile.Name));
        Assert.Equal(["vpn.example.com", "vpn2.example.com"], profile.Servers);
        Assert.Contains("<Servers>", Line(profile, nameof(ProfileRead.Servers)), StringComparison.Ordinal);
        Assert.DoesNotContain(Read.Text(Sample).Observations, seen => seen is Unreadable);
    }

    [Fact]
    public void A_name_that_is_not_escaped_is_seen() =>
        Assert.False(Read.One<ScriptRead>(Sample.Replace(" -replace ' ', '%20'", "", StringComparison.Ordinal)).EscapesSpaces);

    [Fact]
    public void Variables_with_a_literal_value_are_put_in_and_others_are_named()
    {
        var profile = Read.One<ProfileRead>("""
            $ProfileName = 'Corp VPN'
            $Servers = 'vpn.example.com'
            $EAPSettings = $Connection.EapConfigXmlStream.InnerXml
            $ProfileXML = @"
            <VPNProfile>
              <DnsSuffix>$Suffix</DnsSuffix>
              <NativeProfile>
                <Servers>$Servers</Servers>
                <Authentication><UserMethod>Eap</UserMethod><Eap><Configuration>$EAPSettings</Configuration></Eap></Authentication>
              </NativeProfile>
            </VPNProfile>
            "@
            """);

        Assert.Equal(["vpn.example.com"], profile.Servers);
        Assert.Equal((null, null), (profile.DnsSuffix, profile.Eap));
        Assert.Equal(["Suffix", "EAPSettings"], profile.Unknown);
        Assert.Equal(new Locator.Lines(8), profile.Fields[nameof(ProfileRead.Servers)]);
    }

    [Fact]
    public void Words_after_a_script_are_left_to_others()
    {
        var text = "This is what I run:\n\n" + Sample + "\nIt doesn't work on one laptop.\nThe user sees error 809 there.\nOthers are fine.\nWhat else?\nThanks\n";
        var script = Read.One<ScriptRead>(text);

        Assert.Equal(3, ((Locator.Lines)script.Source.Locator).First - (Sample.StartsWith('#') ? 1 : 0));
        Assert.Equal(2 + Sample.TrimEnd().Split('\n').Length, ((Locator.Lines)script.Source.Locator).Last);
    }

    [Fact]
    public void Every_profile_inside_a_script_of_the_corpus_is_read()
    {
        var folder = SharedFiles.Require("corpus/ps1");
        foreach (var file in Directory.GetFiles(folder, "*.ps1"))
        {
            var bytes = File.ReadAllBytes(file);
            var text = (bytes is [0xFF, 0xFE, ..] ? System.Text.Encoding.Unicode : System.Text.Encoding.UTF8).GetString(bytes);
            var seen = Read.Bytes(bytes).Observations;
            var expected = text.Split("</VPNProfile>").Length - 1;

            Assert.Equal((Path.GetFileName(file), expected), (Path.GetFileName(file), seen.OfType<ProfileRead>().Count()));
            if (text.Contains("MDM_VPNv2_01", StringComparison.Ordinal) || expected > 0)
                Assert.True(seen.OfType<ScriptRead>().Count() == 1, $"{Path.GetFileName(file)}: {seen.OfType<ScriptRead>().Count()} scripts");
        }
    }

    private static string Line(Cited seen, string field) => Sample.Split('\n')[((Locator.Lines)seen.Cite(field).Locator).First - 1];
}
