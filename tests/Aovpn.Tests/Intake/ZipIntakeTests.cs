using System.Buffers.Binary;
using Aovpn.Intake;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Intake;

public sealed class ZipIntakeTests : IDisposable
{
    private static readonly IntakeLimits Small = new() { KeptInMemory = 64 * 1024, Expanded = 1 << 20, RatioFrom = 32 * 1024, Ratio = 100, Entries = 50 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Entries_are_artifacts_below_their_archive_in_archives_too()
    {
        var inner = TemporaryFolder.Zip(("deep.txt", "three"u8.ToArray()));
        var path = _folder.Write("bundle.zip", TemporaryFolder.Zip(("client/a.txt", "one"u8.ToArray()), ("inner.zip", inner)));
        Assert.Equal([("bundle.zip/client/a.txt", "one"), ("bundle.zip/inner.zip/deep.txt", "three")], Taken.From(path).Select(one => (one.Name, one.Text)));
    }

    [Fact]
    public void Archives_too_deep_are_not_opened()
    {
        var bytes = TemporaryFolder.Zip(("a.txt", "x"u8.ToArray()));
        for (var depth = 0; depth < 3; depth++)
            bytes = TemporaryFolder.Zip(("in.zip", bytes));
        Assert.Contains("lies 3 archives deep", Assert.Single(Taken.From(_folder.Write("b.zip", bytes))).Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_climb_out_are_cut_and_said()
    {
        var path = _folder.Write("b.zip", TemporaryFolder.Zip(("../../etc/passwd", "one"u8.ToArray()), ("C:\\x\\b.txt", "two"u8.ToArray()), ("/abs.txt", "three"u8.ToArray())));
        var taken = Taken.From(path);
        Assert.Equal(["b.zip/abs.txt", "b.zip/etc/passwd", "b.zip/x/b.txt", "b.zip"], taken.Select(one => one.Name));
        Assert.StartsWith("3 of its entries have names that lead out of the archive", Assert.Single(taken[^1].Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_steer_a_terminal_are_shown_as_code_points() =>
        Assert.Equal("b.zip/\\u001B[2Ja.txt", Taken.From(_folder.Write("b.zip", TemporaryFolder.Zip(("\e[2Ja.txt", "one"u8.ToArray()))))[0].Name);

    [Fact]
    public void A_bomb_is_cut_by_its_ratio_and_the_rest_is_read()
    {
        var path = _folder.Write("b.zip", TemporaryFolder.Zip(("a.txt", new byte[600_000]), ("z.txt", "rest"u8.ToArray())));
        var taken = Taken.From(Small, [], path);
        Assert.Contains("expands more than 100 times", taken[0].Remarks[0], StringComparison.Ordinal);
        Assert.Equal("rest", taken[1].Text);
    }

    [Fact]
    public void A_bomb_is_cut_by_what_it_expands_to()
    {
        var limits = Small with { Ratio = 100_000 };
        var path = _folder.Write("b.zip", TemporaryFolder.Zip(("a.txt", new byte[900_000]), ("b.txt", new byte[900_000]), ("c.txt", "rest"u8.ToArray())));
        var taken = Taken.From(limits, [], path);
        Assert.Empty(taken[0].Remarks);
        Assert.Contains("its archive expands to more than 1048576 bytes", taken[1].Remarks[0], StringComparison.Ordinal);
        Assert.Contains("c.txt and what follows were not read", taken[^1].Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_entries_are_refused_before_the_table_is_read()
    {
        var archive = TemporaryFolder.Zip([.. Enumerable.Range(0, 60).Select(number => ($"{number}.txt", Array.Empty<byte>()))]);
        Assert.StartsWith("has 60 entries", Assert.Single(Taken.From(Small, [], _folder.Write("b.zip", archive))).Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_that_lie_over_each_other_are_refused()
    {
        var archive = TemporaryFolder.Zip(("a.txt", new byte[1000]));
        var table = archive.AsSpan().IndexOf("PK\x1\x2"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(table + 20), 1_000_000);
        Assert.Contains("lie over each other", Assert.Single(Taken.From(_folder.Write("b.zip", archive))).Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_of_one_name_are_told_apart()
    {
        var taken = Taken.From(_folder.Write("b.zip", TemporaryFolder.Zip(("a.txt", "1"u8.ToArray()), ("a.txt", "2"u8.ToArray()), ("a.txt", "3"u8.ToArray()))));
        Assert.Equal(["b.zip/a.txt", "b.zip/a.txt (2)", "b.zip/a.txt (3)"], taken.Select(one => one.Name));
    }

    [Fact]
    public void An_encrypted_entry_is_said_and_the_rest_is_read()
    {
        var archive = TemporaryFolder.Zip(("a.txt", "one"u8.ToArray()), ("b.txt", "two"u8.ToArray()));
        // Bit 0 of the general purpose flags, APPNOTE 4.4.4: in the local header and in the table of contents.
        archive[6] |= 1;
        var table = archive.AsSpan().IndexOf("PK\x1\x2"u8);
        archive[table + 8] |= 1;
        var taken = Taken.From(_folder.Write("b.zip", archive));
        Assert.Contains("is encrypted in its archive", taken[0].Remarks[0], StringComparison.Ordinal);
        Assert.Equal("two", taken[1].Text);
    }

    [Fact]
    public void An_archive_cut_short_is_said()
    {
        var archive = TemporaryFolder.Zip(("a.txt", new byte[1000]));
        Assert.Contains("without its table of contents", Taken.From(_folder.Write("b.zip", archive[..^30]))[0].Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_inside_of_an_entry_ends_it_with_a_sentence()
    {
        var random = new byte[50_000];
        new Random(1).NextBytes(random);
        var archive = TemporaryFolder.Zip(("a.bin", [.. random, .. new byte[5000]]), ("b.txt", "two"u8.ToArray()));
        archive.AsSpan(200, 40).Fill(0xFF);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(35), 0xFFFF);
        var taken = Taken.From(_folder.Write("b.zip", archive));
        Assert.Equal("two", taken[^1].Text);
    }

    [Fact]
    public void Damaged_copies_never_throw()
    {
        var archive = TemporaryFolder.Zip(("client/a.txt", "one"u8.ToArray()), ("in.zip", TemporaryFolder.Zip(("b.txt", "two"u8.ToArray()))));
        foreach (var copy in Damaged.Copies(archive, copies: 40))
            _ = Taken.From(_folder.Write("b.zip", copy));
    }

    [Fact]
    public void The_same_name_twice_gives_two_artifacts() =>
        Assert.Equal(["b.zip/a.txt", "b.zip/a.txt (2)"],
            Taken.From(_folder.Write("b.zip", TemporaryFolder.Zip(("a.txt", "one"u8.ToArray()), ("a.txt", "two"u8.ToArray())))).Select(one => one.Name));
}
