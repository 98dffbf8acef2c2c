using Aovpn.Codecs.Nps;
using Aovpn.Diagnosis.NpsReporting;
using Aovpn.Generators.Nps;
using Aovpn.Reports;
using Aovpn.Tests.Codecs.Nps;

namespace Aovpn.Tests.NpsReporting;

/// <summary>Reports of made logs against what they were made of.</summary>
public sealed class NpsReportTruthTests
{
    private const int Bytes = 6_000_000;

    [Theory]
    [InlineData(LogForm.Odbc)]
    [InlineData(LogForm.Ias)]
    [InlineData(LogForm.Dts)]
    public void Every_count_is_the_truth_however_many_threads_read(LogForm form)
    {
        var (log, truth) = MadeLog.Of(form, Bytes, seed: 4);
        for (var threads = 1; threads <= 3; threads++)
            Check(Read((log, threads)), truth.Records, [truth]);
    }

    [Fact]
    public void Logs_of_several_formats_count_together()
    {
        var logs = Enum.GetValues<LogForm>().Select(form => MadeLog.Of(form, Bytes / 4, seed: (int)form + 20)).ToArray();
        Check(Read([.. logs.Select(made => (made.Log, 2))]), logs.Sum(made => made.Truth.Records), [.. logs.Select(made => made.Truth)]);
    }

    [Theory]
    [InlineData(LogForm.Odbc)]
    [InlineData(LogForm.Ias)]
    [InlineData(LogForm.Dts)]
    public void Records_read_before_and_rows_passed_by_give_one_report(LogForm form)
    {
        var (log, _) = MadeLog.Of(form, Bytes / 8, seed: 3);
        var before = new NpsReportBuilder(new());
        before.Add("IN2603.log", NpsLog.Read(new MemoryStream(log)));
        var (one, other) = (before.Build(), Read((log, 2)));

        Assert.Equal(NpsReportJson.Write(one), NpsReportJson.Write(other));
    }

    private static void Check(NpsReport report, long records, NpsTruth[] truths)
    {
        Assert.Empty(report.Damaged);
        Assert.Equal(records, report.Records);
        Assert.Equal(
            truths.SelectMany(truth => truth.ByReason).Where(one => one.Key != 0).GroupBy(one => one.Key).ToDictionary(one => (uint)one.Key, one => one.Sum(count => count.Value)),
            report.Reasons.ToDictionary(reason => reason.Code, reason => reason.Count));
        Assert.Equal(Packets(1), report.Vpn.Requests);
        Assert.Equal(Packets(2), report.Vpn.Accepted);
        Assert.Equal(Packets(3), report.Vpn.Rejected);
        Assert.Equal(Packets(4), report.Vpn.Accounting);
        Assert.Equal(Packets(11), report.Vpn.Challenges);
        Assert.Equal(truths.Sum(truth => truth.Unanswered), report.Vpn.Unanswered);
        Assert.Equal(truths.Sum(truth => truth.Started), report.Sessions.Started);
        Assert.Equal(truths.Sum(truth => truth.Stopped), report.Sessions.Stopped);
        Assert.Equal(Packets(3), report.ByHour.Sum());
        Assert.Equal(Packets(3), report.ByClient.Rows.Sum(row => row.Count));
        Assert.Equal(Packets(3), report.ByUser.Rows.Sum(row => row.Count) + report.ByUser.NotListed);

        long Packets(int type) => truths.Sum(truth => truth.ByPacketType.GetValueOrDefault(type));
    }

    private static NpsReport Read(params (byte[] Log, int Threads)[] logs)
    {
        var builder = new NpsReportBuilder(new());
        foreach (var (log, threads) in logs)
            builder.Add("IN2603.log", new MemoryStream(log), threads);
        return builder.Build();
    }
}
