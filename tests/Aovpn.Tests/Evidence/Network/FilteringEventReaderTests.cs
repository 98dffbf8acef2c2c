using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Network;

public sealed class FilteringEventReaderTests
{
    [Fact]
    public void Failures_of_IKE_give_their_code_and_time()
    {
        var reading = Read.Text("""
            <?xml version="1.0"?>
            <netEvents>
                <item>
                    <header>
                        <timeStamp>2026-11-22T09:58:00.000Z</timeStamp>
                        <remoteAddrV4>203.0.113.10</remoteAddrV4>
                    </header>
                    <type>FWPM_NET_EVENT_TYPE_IKEEXT_MM_FAILURE</type>
                    <ikeMmFailure>
                        <failureErrorCode>13801</failureErrorCode>
                        <failurePoint>IPSEC_FAILURE_PEER</failurePoint>
                    </ikeMmFailure>
                </item>
                <item>
                    <header>
                        <timeStamp>2026-11-22T09:59:00.000Z</timeStamp>
                    </header>
                    <type>FWPM_NET_EVENT_TYPE_CLASSIFY_DROP</type>
                    <classifyDrop>
                        <filterId>70018</filterId>
                    </classifyDrop>
                </item>
            </netEvents>
            """);

        var seen = Assert.Single(reading.Observations.OfType<WindowsErrorReported>());
        Assert.Equal((Code.Windows(13801u), "2026-11-22 09:58:00Z", new Locator.Lines(10)), (seen.Code, seen.At?.ToString(), seen.Source.Locator));
        Assert.False(seen.IsReported);
        Assert.Equal(2, reading.Records);
    }
}
