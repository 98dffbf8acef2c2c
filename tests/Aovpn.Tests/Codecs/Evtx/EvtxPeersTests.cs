using System.Diagnostics;
using System.Text;
using Aovpn.Codecs.Evtx;
using Aovpn.Generators.Evtx;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Codecs.Evtx;

/// <summary>
/// What our writer writes is an event log, and not only for our reader: evtxexport (libevtx) and evtx_dump.py (python-evtx) read the same in it.
/// Both are Debian packages that <c>dev.cs test</c> installs.
/// </summary>
public sealed class EvtxPeersTests
{
    private const string Forwarded =
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='RasClient'/><EventID Qualifiers='0'>20227</EventID><TimeCreated SystemTime='2026-11-20T08:15:03.5260000Z'/>"
        + "<EventRecordID>8301</EventRecordID><Channel>Application</Channel><Computer>PC1.corp.example</Computer></System><EventData><Data>{0A1B2C3D-58E9-4867-B9E7-1E7D94DC40C8}</Data><Data>CORP\\alice</Data><Data>Firma</Data>"
        + "<Data>13806</Data></EventData><RenderingInfo Culture='de-DE'><Message>Der Benutzer hat eine Verbindung mit dem Namen Firma gewählt.</Message><Level>Fehler</Level></RenderingInfo></Event>";

    [Theory]
    [InlineData("client")]
    [InlineData("named")]
    [InlineData("many chunks")]
    [InlineData("nested")]
    [InlineData("mixed")]
    [InlineData("forwarded")]
    public void Libevtx_reads_what_we_read(string name)
    {
        using var folder = new TemporaryFolder();
        var log = Log(name);
        var theirs = LibevtxReading.Events(Peer("/usr/bin/evtxexport", "-f", "xml", folder.Write("log.evtx", log))).ToArray();
        var ours = Ours(log);

        Assert.Equal(ours.Length, theirs.Length);
        for (var record = 0; record < ours.Length; record++)
            Assert.Null(LibevtxReading.Difference(ours[record], theirs[record], out _));
    }

    /// <summary>It knows neither arrays of numbers nor elements outside of templates.</summary>
    [Theory]
    [InlineData("client")]
    [InlineData("named")]
    [InlineData("many chunks")]
    public void Python_evtx_reads_what_we_read(string name)
    {
        using var folder = new TemporaryFolder();
        var log = Log(name);
        var theirs = PythonReading.Events(Peer("/usr/bin/python3", "/usr/bin/evtx_dump.py", folder.Write("log.evtx", log))).ToArray();
        var ours = Ours(log).Select(PythonReading.Valued).ToArray();

        Assert.Equal(ours.Length, theirs.Length);
        for (var record = 0; record < ours.Length; record++)
            Assert.Equal(ours[record], theirs[record]);
    }

    /// <summary>Windows writes elements outside of templates without dependency id; that both programs fail on them is theirs.</summary>
    [Fact]
    public void With_or_without_dependency_ids_we_read_the_same() =>
        Assert.Equal(Ours(EvtxSamples.Mixed().ToArray()), Ours(EvtxSamples.Mixed(hasDependencyIds: true).ToArray()));

    private static byte[] Log(string name)
    {
        switch (name)
        {
            case "client":
                return EvtxSamples.Client().ToArray();
            case "named":
                return Named().ToArray();
            case "nested":
                return Nested().ToArray();
            case "mixed":
                return EvtxSamples.Mixed(hasDependencyIds: true).ToArray();
            case "forwarded":
                return EventXmlLog.Of(Forwarded, hasDependencyIds: true).ToArray();
            default:
                var writer = new EvtxWriter(room: 2_000);
                for (var index = 0; index < 600; index++)
                    writer.Add(EvtxSamples.RasClient(20227, (ulong)index, index, "CORP\\alice", "AlwaysOn", "809"));
                return writer.ToArray();
        }
    }

    /// <summary>The template and the types of an event of NPS.</summary>
    private static EvtxWriter Named() => new EvtxWriter()
        .Add(new WrittenEvent("Microsoft-Windows-Security-Auditing", 6273, 99, EvtxSamples.Begin.AddMilliseconds(125))
        {
            Channel = "Security",
            Computer = "NPS1.corp.example",
            Named =
            [
                ("SubjectUserSid", WrittenValue.Of(0x13, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0)), ("SubjectUserName", WrittenValue.Text("alice & Bob <b>")), ("ReasonCode", WrittenValue.UInt32(16)),
                ("Reason", WrittenValue.Text("Authentifizierung fehlgeschlagen: Kennwort ungültig")), ("Size", WrittenValue.UInt64(1UL << 40)), ("Id", WrittenValue.Id(EvtxSamples.Attempt)), ("Hex", WrittenValue.Hex64(0x10)),
            ],
        });

    /// <summary>A value that is binary XML, written out, as CAPI2 has it.</summary>
    private static EvtxWriter Nested() => new EvtxWriter { HasDependencyIds = true }
        .Add(new WrittenEvent("Microsoft-Windows-CAPI2", 30, 340, EvtxSamples.Begin)
        {
            Channel = "Microsoft-Windows-CAPI2/Operational",
            UserData = new XmlNode("CertVerifyCertificateChainPolicy", new XmlNode("Certificate").With("subjectName", "vpn.example.com"), new XmlNode("Result", "The root is not trusted.").With("value", "800B0109")),
        });

    private static List<string>[] Ours(byte[] log)
    {
        var xml = new MemoryStream();
        new EvtxExport(EvtxFilter.All, EvtxForm.Xml).Write(new MemoryStream(log), xml, _ => { });
        return [.. FlatEvent.All(Encoding.UTF8.GetString(xml.ToArray()))];
    }

    private static string Peer(string program, params string[] arguments)
    {
        Assert.True(File.Exists(program) && (arguments[0][0] != '/' || File.Exists(arguments[0])), $"{program} {arguments[0]} is not here: run the tests with dotnet run dev.cs -- test, which installs it");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {error.GetAwaiter().GetResult()}");
        return output;
    }
}
