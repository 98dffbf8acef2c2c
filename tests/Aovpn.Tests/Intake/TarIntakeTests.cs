using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Aovpn.Intake;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Intake;

public sealed class TarIntakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Files_are_artifacts_below_their_archive(TarEntryFormat format)
    {
        var bytes = Tar(format, ("client/a.txt", "one"), ("gateway/b.txt", "two"));

        Assert.Equal([("b.tar/client/a.txt", "one"), ("b.tar/gateway/b.txt", "two")], Taken.From(_folder.Write("b.tar", bytes)).Select(one => (one.Name, one.Text)));
    }

    [Fact]
    public void A_compressed_one_is_unpacked_by_content_whatever_its_name()
    {
        var path = _folder.Write("bundle.bin", Gzip(Tar(TarEntryFormat.Pax, ("client/a.txt", "one"), ("z.txt", "two"))));

        Assert.Equal(["one", "two"], Taken.From(path).Select(one => one.Text));
    }

    [Fact]
    public void Large_entries_are_streamed_and_hashed()
    {
        var small = IntakeLimits.Default with { KeptInMemory = 16 * 1024 };
        var text = string.Concat(Enumerable.Repeat("line of a log\n", 20_000));
        var taken = Taken.From(small, [], _folder.Write("b.tgz", Gzip(Tar(TarEntryFormat.Pax, ("a.log", text), ("b.txt", "two")))));

        Assert.Equal([text, "two"], taken.Select(one => one.Text));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))), taken[0].Sha256);
    }

    [Fact]
    public void Names_that_climb_out_and_links_are_said()
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, TarEntryFormat.Pax, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "passwd") { LinkName = "/etc/passwd" });
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "../../etc/x.txt") { DataStream = new MemoryStream("one"u8.ToArray()) });
        }

        var taken = Taken.From(_folder.Write("b.tar", bytes.ToArray()));

        Assert.Equal(["b.tar/etc/x.txt", "b.tar"], taken.Select(one => one.Name));
        Assert.Equal(2, taken[1].Remarks.Length);
        Assert.StartsWith("1 of its entries have names that lead out of the archive", taken[1].Remarks[0], StringComparison.Ordinal);
        Assert.StartsWith("1 of its entries are links or devices", taken[1].Remarks[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_entries_are_cut_with_a_sentence()
    {
        var limits = IntakeLimits.Default with { Entries = 3 };
        var taken = Taken.From(limits, [], _folder.Write("b.tar", Tar(TarEntryFormat.Ustar, [.. Enumerable.Range(0, 5).Select(number => ($"{number}.txt", "x"))])));

        Assert.Equal(4, taken.Length);
        Assert.StartsWith("has more than 3 entries", taken[^1].Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_copies_end_with_sentences_only()
    {
        var whole = Tar(TarEntryFormat.Pax, ("client/a.txt", "one"), ("gateway/b.txt", new string('x', 3000)));
        foreach (var damaged in Damaged.Copies(whole).Where(copy => copy.Length > 0))
            Assert.NotEmpty(Taken.From(_folder.Write("b.tar", damaged)));
    }

    private static byte[] Tar(TarEntryFormat format, params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, format, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                    _ => new PaxTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text));
                writer.WriteEntry(entry);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
