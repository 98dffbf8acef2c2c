using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Evidence.Events;
using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Evidence.Events;

/// <summary>Real events that nobody here wrote.</summary>
public sealed class EventCorpusTests
{
    [Theory]
    [InlineData("capi2_11_revoked_explicit_distrust_fragment.txt", 1, "0x80092010")]
    [InlineData("capi2_41_80092013_ibm437.xml", 1, "0x80092013")]
    [InlineData("ipban_20271_2020-03_3.xml", 1, "691 NPS reason 16")]
    [InlineData("ipban_20271_2024-06_1.xml", 1, "812 NPS reason 112")]
    [InlineData("ipban_6272_2019-12_5.xml", 1, "Accepted ")]
    [InlineData("ipban_6273_2023-12_2.xml", 1, "Rejected NPS reason 21")]
    [InlineData("ipban_EventViewerTests_partA.txt", 37, "")]
    [InlineData("qa_6273_v1_reason7_mangled_text.txt", 1, "Rejected NPS reason 7")]
    [InlineData("qa_nps_4402.xml", 1, "NPS 4402")]
    [InlineData("rasclient_13868_quoted_line.txt", 1, "13868")]
    [InlineData("rasclient_20227_geteventlog_fl.txt", 1, "809")]
    [InlineData("rasclient_success_table_truncated.txt", 7, "")]
    [InlineData("remoteaccess_20111_geteventlog_fl.txt", 1, "13801 ")]
    [InlineData("shape_rasclient_20227_809_eventviewer_copy.txt", 1, "809")]
    [InlineData("shape_rasclient_negative_hresult_line.txt", 1, "0x800B0101")]
    public void Reads_every_file_with_its_records_and_code(string file, long records, string said)
    {
        var reading = ReadFile(file);

        Assert.Contains(reading.Kinds, kind => kind is "event-xml" or "event-text");
        Assert.Equal(records, reading.Records);
        if (said.Length > 0)
            Assert.Contains(said, reading.Observations.Select(Said));
    }

    [Fact]
    public void Events_of_other_programs_say_nothing_of_a_VPN()
    {
        var reading = ReadFile("ipban_EventViewerTests_partA.txt");

        Assert.Equal(2, reading.Observations.OfType<GatewayEvent>().Count());
        Assert.Equal(2, reading.Observations.OfType<RadiusDecision>().Count());
        Assert.Equal(4653, Assert.Single(reading.Observations.OfType<EventLogged>()).EventId);
        Assert.All(reading.Observations, seen => Assert.True(seen is GatewayEvent or RadiusDecision or EventLogged, seen.ToString()));
    }

    [Fact]
    public void A_wireless_request_is_not_of_a_VPN() =>
        Assert.False(ReadFile("qa_6273_v1_reason7_mangled_text.txt").Observations.OfType<RadiusDecision>().Single().IsVpn);

    [Fact]
    public void A_table_tells_the_phases_of_a_connection() =>
        Assert.Equal(
            [ConnectionPhase.Started, ConnectionPhase.LinkStarted, ConnectionPhase.LinkEstablished, ConnectionPhase.AuthenticationStarted, ConnectionPhase.Connected],
            ReadFile("rasclient_success_table_truncated.txt").Observations.OfType<ConnectionProgressed>().Select(seen => seen.Phase).Order());

    private static string Said(Observation seen) => seen switch
    {
        ConnectionFailed failed => failed.Code.ToString(),
        GatewayEvent gateway => $"{gateway.Code} {gateway.NpsReason}",
        RadiusDecision decision => $"{decision.Outcome} {decision.Reason}",
        ChainBuilt chain => chain.Result.ToString(),
        EventLogged logged => $"{logged.Provider} {logged.EventId}",
        _ => seen.ToString(),
    };

    /// <summary>By the readers of events alone: what others make of a test file's comments is not asked here.</summary>
    private static readonly EvidenceReading OfEvents = new(
        [.. EvidenceReading.Default.ArtifactReaders.Where(reader => IsOfEvents(reader.GetType()))],
        () => EvidenceReading.Default.PassageReaders.Where(reader => IsOfEvents(reader.GetType())));

    private static bool IsOfEvents(Type reader) => reader.Namespace == typeof(EventXmlReader).Namespace;

    private static Reading ReadFile(string file) =>
        OfEvents.Read(ArtifactContent.Of(new(file), File.ReadAllBytes(SharedFiles.Require(Path.Combine("corpus", "event_xml", file)))));
}
