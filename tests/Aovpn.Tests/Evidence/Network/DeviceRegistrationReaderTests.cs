using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class DeviceRegistrationReaderTests
{
    private const string Sample = """
        C:\>dsregcmd /status

        +----------------------------------------------------------------------+
        | Device State                                                         |
        +----------------------------------------------------------------------+

                     AzureAdJoined : YES
                  EnterpriseJoined : NO
                      DomainJoined : YES
                        DomainName : CORP

        +----------------------------------------------------------------------+
        | Device Details                                                       |
        +----------------------------------------------------------------------+

                  DeviceAuthStatus : SUCCESS

        +----------------------------------------------------------------------+
        | User State                                                           |
        +----------------------------------------------------------------------+

                            NgcSet : NO
                   WorkplaceJoined : NO

        +----------------------------------------------------------------------+
        | SSO State                                                            |
        +----------------------------------------------------------------------+

                        AzureAdPrt : YES
        """;

    [Fact]
    public void The_state_of_the_device_is_read_with_its_lines()
    {
        var seen = Read.One<DeviceRegistration>(Sample);

        Assert.Equal((true, true, false, "SUCCESS", true), (seen.EntraJoined, seen.DomainJoined, seen.Registered, seen.DeviceStatus, seen.HasPrimaryRefreshToken));
        Assert.Equal(HostRole.Client, seen.About.Role);
        Assert.Equal(new Locator.Lines(7), seen.Fields[nameof(DeviceRegistration.EntraJoined)]);
    }

    [Fact]
    public void Words_around_it_stay_words()
    {
        var reading = Read.Text("Error 812 on one client.\n\n" + Sample + "\n\nIt worked yesterday.");

        Assert.Single(reading.Observations.OfType<DeviceRegistration>());
        Assert.Contains(reading.Observations, seen => seen.IsReported);
    }

    [Fact]
    public void Damaged_copies_are_read_as_far_as_they_go()
    {
        var read = 0;
        foreach (var copy in Damaged.Copies(System.Text.Encoding.UTF8.GetBytes(Sample), copies: 40))
            read += Read.Bytes(copy).Observations.OfType<DeviceRegistration>().Count();

        Assert.True(read > 40, $"{read} states in 80 damaged copies");
    }
}
