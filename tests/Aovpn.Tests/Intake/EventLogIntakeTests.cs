using Aovpn.Diagnosis.Model;
using Aovpn.Diagnosis.Observations;
using Aovpn.Generators.Evtx;
using Aovpn.Intake;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Intake;

public sealed class EventLogIntakeTests
{
    [Theory]
    [InlineData("client.evtx")]
    [InlineData("bundle.zip")]
    public void A_record_is_shown_with_its_data_also_out_of_an_archive(string name)
    {
        using var folder = new TemporaryFolder();
        var log = EvtxSamples.Client().ToArray();
        var file = folder.Write(name, name.EndsWith(".zip", StringComparison.Ordinal) ? TemporaryFolder.Zip(("client.evtx", log)) : log);
        using var intake = new EvidenceIntake(IntakeLimits.Default, [], new IntakeProgress());
        var evidence = new EvidenceGathering(Diagnosis.Evidence.EvidenceReading.Default).Gather(intake.Deliver([file], () => Stream.Null), TestContext.Current.CancellationToken);

        var failed = Assert.Single(evidence.Observations.OfType<ConnectionFailed>());
        var excerpts = ExcerptCutter.Cut(evidence, [failed.Source]);

        Assert.Equal(
            ["2026-11-20 09:15:05Z RasClient 20227 on PC1.corp.example", "{5E6C1A2B-33D4-4E5F-8A6B-7C8D9E0F1A2B} | CORP\\alice | AlwaysOn | 13801"],
            excerpts.Of(failed.Source));
    }

    [Fact]
    public void A_log_that_shrinks_or_goes_before_its_record_is_shown_shows_none()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("client.evtx", EvtxSamples.Client().ToArray());
        using var intake = new EvidenceIntake(IntakeLimits.Default, [], new IntakeProgress());
        var evidence = new EvidenceGathering(Diagnosis.Evidence.EvidenceReading.Default).Gather(intake.Deliver([file], () => Stream.Null), TestContext.Current.CancellationToken);
        var failed = Assert.Single(evidence.Observations.OfType<ConnectionFailed>());

        File.WriteAllBytes(file, EvtxSamples.Client().ToArray()[..5_000]);
        var shrunk = ExcerptCutter.Cut(evidence, [failed.Source]).Of(failed.Source);
        File.Delete(file);
        var gone = ExcerptCutter.Cut(evidence, [failed.Source]).Of(failed.Source);

        Assert.DoesNotContain(shrunk, line => line.Contains("13801", StringComparison.Ordinal));
        Assert.DoesNotContain(gone, line => line.Contains("13801", StringComparison.Ordinal));
    }

    [Fact]
    public void A_log_of_Windows_XP_is_refused_with_the_command_that_converts_it()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("SysEvent.Evt", [0x30, 0, 0, 0, .. "LfLe"u8, 1, 0, 0, 0, 1, 0, 0, 0, .. new byte[400]]);
        using var intake = new EvidenceIntake(IntakeLimits.Default, [], new IntakeProgress());

        var evidence = new EvidenceGathering(Diagnosis.Evidence.EvidenceReading.Default).Gather(intake.Deliver([file], () => Stream.Null), TestContext.Current.CancellationToken);

        Assert.Contains("wevtutil epl old.evt new.evtx /lf:true", Assert.Single(evidence.Observations.OfType<Unreadable>()).What.ToString(), StringComparison.Ordinal);
        Assert.Equal(Locator.All, evidence.Observations[0].Source.Locator);
    }
}
