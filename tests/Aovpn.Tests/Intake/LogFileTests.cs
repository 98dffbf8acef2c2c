using System.Text;
using Aovpn.Codecs.Nps;
using Aovpn.Generators.Nps;
using Aovpn.Intake;
using Aovpn.Tests.Codecs.Nps;

namespace Aovpn.Tests.Intake;

public sealed class LogFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void A_log_that_grows_while_it_is_read_is_read_as_long_as_it_was()
    {
        var (log, truth) = MadeLog.Of(LogForm.Odbc, 2_000_000, seed: 31);
        File.WriteAllBytes(_path, log);
        using var file = LogFile.Open(_path);
        var records = 0L;
        foreach (var batch in NpsBatches.Read(file, 2, row => row.Line))
        {
            records += batch.Records.Count;
            File.AppendAllBytes(_path, log);
        }

        Assert.Equal(truth.Records, records);
        Assert.Null(file.Trouble);
    }

    [Fact]
    public void A_log_that_shrinks_while_it_is_read_gives_what_was_there_and_says_so()
    {
        var (log, _) = MadeLog.Of(LogForm.Odbc, 4_000_000, seed: 32);
        File.WriteAllBytes(_path, log);
        using var file = LogFile.Open(_path);
        var records = 0L;
        foreach (var batch in NpsBatches.Read(file, 1, row => row.Line))
        {
            records += batch.Records.Count;
            using var writer = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            writer.SetLength(1_000_000);
        }

        Assert.InRange(records, 500, 4_000);
        Assert.StartsWith($"shrank from {log.Length} to 1000000 bytes", file.Trouble!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_log_is_text_in_whatever_encoding_it_was_saved(string encoding)
    {
        var (log, truth) = MadeLog.Of(LogForm.Dts, 100_000, seed: 33);
        File.WriteAllText(_path, Encoding.UTF8.GetString(log), Encoding.GetEncoding(encoding));
        using var file = LogFile.Open(_path);
        using var text = file.AsText();

        Assert.Equal(truth.Records, NpsLog.Read(text).Count(entry => entry is NpsRecord));
    }

    [Fact]
    public void A_line_of_a_gibibyte_costs_no_memory_and_what_is_around_it_is_read()
    {
        var (log, truth) = MadeLog.Of(LogForm.Ias, 10_000, seed: 34);
        using (var writer = new FileStream(_path, FileMode.Create))
        {
            writer.Write(log);

            // A hole: the file system keeps nothing of it, and hands out NUL bytes.
            writer.Seek(1L << 30, SeekOrigin.Current);
            writer.Write("\r\n"u8);
            writer.Write(log);
        }

        using var file = LogFile.Open(_path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var entries = NpsLog.Read(file).ToList();

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
        Assert.Equal(2 * truth.Records, entries.Count(entry => entry is NpsRecord));
        Assert.Equal((NpsDamageReason.NulBytes, 1L << 30), entries.OfType<NpsDamage>().Select(damage => (damage.Reason, damage.Detail)).Single());
    }

    public void Dispose() => File.Delete(_path);
}
