using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Profiles;

/// <summary>The listing of Get-WmiObject in the specification: wrapped inside tags and words, namespaces rewritten to https.</summary>
public sealed class SpecificationListingTests
{
    [Fact]
    public void The_specification_holds_one_profile_with_its_conditional_access_filter()
    {
        var text = File.ReadAllText(SharedFiles.Require("spec/troubleshoot-always-on-vpn.md"));
        var lines = text.ReplaceLineEndings("\n").Split('\n');

        var profile = Assert.Single(Read.Text(text).Observations.OfType<ProfileRead>());

        Assert.Equal((ProfileForm.Wmi, "AlwaysOnVPN", new Host(HostRole.Client, "DERS2")), (profile.Form, profile.Name, profile.About));
        Assert.Equal(["derras2.corp.deverett.info"], profile.Servers);
        Assert.Equal(("IKEv2", "Eap", "Eap", "ForceTunnel"), (profile.TunnelType, profile.UserMethod, profile.MachineMethod, profile.Routing));
        Assert.Equal((true, true, false), (profile.DeviceCompliance, profile.SingleSignOn, profile.IsDeviceTunnel));
        var eap = profile.Eap!;
        Assert.Equal((25, 13, false, false), (eap.OuterType, eap.InnerType, eap.ValidatesServer, eap.RequiresCryptoBinding));
        Assert.Equal(["5a89fecb5b49a70b1a5263b735eed71cc268be4b"], eap.TrustedRoots);
        Assert.True(eap.Filter!.AsksForConditionalAccess);
        Assert.Equal(Purpose.AadConditionalAccess, eap.Filter.PurposeNames["AAD Conditional Access"]);
        Assert.Equal(8, profile.WrongNamespaces.Length);
        Assert.DoesNotContain(Read.Text(text).Observations, seen => seen is Unreadable);
        Assert.Contains("<Servers>", Line(profile, nameof(ProfileRead.Servers)), StringComparison.Ordinal);
        Assert.Contains("FilteringInfo", Line(eap, nameof(EapConfiguration.Filter)), StringComparison.Ordinal);

        string Line(Cited seen, string field) => lines[((Locator.Lines)seen.Cite(field).Locator).First - 1];
    }
}
