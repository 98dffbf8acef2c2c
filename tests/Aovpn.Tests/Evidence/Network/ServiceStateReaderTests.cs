using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class ServiceStateReaderTests
{
    [Fact]
    public void Sc_query_tells_running_and_sc_qc_tells_disabled()
    {
        var seen = Read.Text("""
            SERVICE_NAME: IKEEXT
                    TYPE               : 30  WIN32
                    STATE              : 1  STOPPED
                    WIN32_EXIT_CODE    : 0  (0x0)

            SERVICE_NAME: PolicyAgent
                    TYPE               : 30  WIN32_SHARE_PROCESS
                    START_TYPE         : 4   DISABLED
            """).Observations.OfType<ServiceSeen>();

        Assert.Equal([("IKEEXT", false, null), ("PolicyAgent", null, true)], seen.Select(service => (service.Service, service.Running, service.Disabled)));
    }

    [Fact]
    public void Get_Service_reads_as_table_and_list()
    {
        var seen = Read.Text("""
            PS C:\> Get-Service IKEEXT, RemoteAccess

            Status   Name               DisplayName
            ------   ----               -----------
            Running  IKEEXT             IKE and AuthIP IPsec Keying Modules
            Stopped  RemoteAccess       Routing and Remote Access

            Name        : PolicyAgent
            DisplayName : IPsec Policy Agent
            Status      : Stopped
            StartType   : Disabled
            """).Observations.OfType<ServiceSeen>();

        Assert.Equal(
            [("IKEEXT", true, null), ("RemoteAccess", false, null), ("PolicyAgent", (bool?)false, true)],
            seen.Select(service => (service.Service, service.Running, service.Disabled)));
    }
}
