using Aovpn.Tests.Evidence.Nps;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Cli;

/// <summary>The shared secrets of an NPS export come out nowhere.</summary>
public sealed class NpsSecretTests : IDisposable
{
    private const string Gateway = """
        C:\>ipconfig /all

        Windows IP Configuration

           Host Name . . . . . . . . . . . . : RRAS1

        Ethernet adapter Internal:

           Description . . . . . . . . . . . : Microsoft Hyper-V Network Adapter
           DHCP Enabled. . . . . . . . . . . : No
           IPv4 Address. . . . . . . . . . . : 198.51.100.10(Preferred)
           Subnet Mask . . . . . . . . . . . : 255.255.255.0
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void A_planted_secret_is_not_printed(string format)
    {
        var text = NpsExportSample.Text;
        _folder.Write("nps.xml", text);
        _folder.Write("truncated.xml", text[..(text.IndexOf("Planted-Secret-3", StringComparison.Ordinal) + 16)]);
        _folder.Write("headless.xml", text[text.IndexOf("<Clients", StringComparison.Ordinal)..]);
        _folder.Write("gateway.txt", Gateway);

        var run = Run.Aovpn(
            "diagnose", "--format", format, "--host", $"nps={_folder.At("nps.xml")}", "--host", $"vpnserver={_folder.At("gateway.txt")}",
            "--host", $"nps={_folder.At("truncated.xml")}", "--host", $"nps={_folder.At("headless.xml")}");

        Assert.Contains("AOV613", run.Output, StringComparison.Ordinal);
        Assert.Contains("192.0.2.10", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(NpsExportSample.PlantedSecret, run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
    }
}
