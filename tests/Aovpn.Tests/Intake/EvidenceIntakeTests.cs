using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Aovpn.Diagnosis.Evidence;
using Aovpn.Diagnosis.Model;
using Aovpn.Intake;
using Aovpn.Tests.Support;

namespace Aovpn.Tests.Intake;

public sealed class EvidenceIntakeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_gives_its_files_by_name_with_short_names()
    {
        _folder.Write("b.txt", "two");
        _folder.Write("pc/a.txt", "one");
        Assert.Equal(["b.txt", "pc/a.txt"], Taken.From(_folder.Path).Select(one => one.Name));
    }

    [Fact]
    public void Paths_are_called_by_what_they_do_not_share()
    {
        var one = _folder.Write("x/a.txt", "one");
        var two = _folder.Write("y/a.txt", "two");
        Assert.Equal(["x/a.txt", "y/a.txt"], Taken.From(one, two).Select(taken => taken.Name));
        Assert.Equal(["a.txt"], Taken.From(one).Select(taken => taken.Name));
    }

    [Fact]
    public void A_file_named_twice_is_read_once()
    {
        var one = _folder.Write("a.txt", "one");
        Assert.Single(Taken.From(one, _folder.Path));
    }

    [Fact]
    public void An_empty_file_is_said_to_be_empty_and_the_rest_is_read()
    {
        _folder.Write("a.evtx", "");
        _folder.Write("b.txt", "two");
        var taken = Taken.From(_folder.Path);
        Assert.StartsWith("is empty (0 bytes)", Assert.Single(taken[0].Remarks), StringComparison.Ordinal);
        Assert.Equal("two", taken[1].Text);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_said_beside_the_others()
    {
        var taken = Taken.From(_folder.At("none.txt"), _folder.Write("b.txt", "two"));
        Assert.StartsWith("does not exist", Assert.Single(taken[0].Remarks), StringComparison.Ordinal);
        Assert.Equal("two", taken[1].Text);
    }

    [Fact]
    public void Links_to_folders_are_not_followed_and_links_in_a_loop_are_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "making links needs a privilege");
        _folder.Write("a.txt", "one");
        Directory.CreateSymbolicLink(_folder.At("circle"), _folder.Path);
        File.CreateSymbolicLink(_folder.At("x"), _folder.At("y"));
        File.CreateSymbolicLink(_folder.At("y"), _folder.At("x"));
        var taken = Taken.From(_folder.Path);
        Assert.Equal(["a.txt", "circle", "x", "y"], taken.Select(one => one.Name));
        Assert.Contains("not followed", taken[1].Remarks[0], StringComparison.Ordinal);
        Assert.Single(taken[2].Remarks);
    }

    [Fact]
    public void A_device_is_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "devices are files on Linux");
        Assert.StartsWith("is a device and was not opened", Taken.From("/dev/zero")[0].Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_said()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "file modes are those of Unix, and the file that even root may not read is one of Linux");
        var path = _folder.Write("a.txt", "one");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);
        var unreadable = Environment.UserName == "root" ? "/proc/sys/vm/compact_memory" : path;
        Assert.Contains("access is denied", Taken.From(unreadable)[0].Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_file_is_streamed_and_hashed_in_the_pass_that_reads_it()
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(number => $"line {number}\r\n")));
        var limits = new IntakeLimits { KeptInMemory = 100_000 };
        var taken = Assert.Single(Taken.From(limits, [], _folder.Write("a.log", bytes)));
        Assert.Equal(Encoding.ASCII.GetString(bytes), taken.Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), taken.Sha256);
    }

    [Fact]
    public void A_long_file_that_nobody_reads_to_its_end_is_hashed_all_the_same()
    {
        var bytes = new byte[300_000];
        bytes[^1] = 1;
        using var intake = new EvidenceIntake(new IntakeLimits { KeptInMemory = 100_000 }, []);
        var delivery = Assert.Single(intake.Deliver([_folder.Write("a.bin", bytes)], () => Stream.Null));
        using (var stream = delivery.Content!.Open())
            stream.ReadExactly(new byte[10]);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), 300_000), (delivery.Finish().Sha256, delivery.Content.Length));
    }

    [Fact]
    public void A_log_that_grows_meanwhile_stays_as_it_was()
    {
        var path = _folder.Write("a.log", new string('a', 300_000));
        using var intake = new EvidenceIntake(new IntakeLimits { KeptInMemory = 1000 }, []);
        var delivery = Assert.Single(intake.Deliver([path], () => Stream.Null));
        File.AppendAllText(path, "more");
        using var text = delivery.Content!.OpenText();
        Assert.Equal(300_000, text.ReadToEnd().Length);
    }

    [Fact]
    public void A_log_that_shrinks_meanwhile_is_said_to()
    {
        var path = _folder.Write("a.log", new string('a', 300_000));
        using var intake = new EvidenceIntake(new IntakeLimits { KeptInMemory = 1000 }, []);
        var delivery = Assert.Single(intake.Deliver([path], () => Stream.Null));
        using (var file = new FileStream(path, FileMode.Open))
            file.SetLength(200_000);
        Assert.Contains("shrank from 300000 to 200000 bytes", delivery.Finish().Remarks[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_an_artifact_of_any_length()
    {
        using var intake = new EvidenceIntake(new IntakeLimits { KeptInMemory = 10 }, []);
        var taken = Taken.Of(Assert.Single(intake.Deliver(["-"], () => new MemoryStream("error 809 at the office"u8.ToArray()))));
        Assert.Equal(("standard input", "error 809 at the office"), (taken.Name, taken.Text));
    }

    [Fact]
    public void Gzip_is_read_by_content_under_the_name_within()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write("within"u8);
        var taken = Assert.Single(Taken.From(_folder.Write("nps.log.gz", bytes.ToArray())));
        Assert.Equal(("nps.log.gz/nps.log", "within"), (taken.Name, taken.Text));
        Assert.Empty(taken.Remarks);
        Assert.Contains("cut short", Taken.From(_folder.Write("cut.gz", bytes.ToArray()[..^6]))[0].Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_person_says_is_reported() =>
        Assert.Equal(Provenance.Reported, EvidenceIntake.Said("it never dials").Provenance);

    [Theory]
    [InlineData("client/note.txt", HostRole.Client)]
    [InlineData("gateway/client-list.txt", HostRole.VpnServer)]
    [InlineData("NPS01/log.txt", HostRole.NpsServer)]
    [InlineData("vpn-server.evtx", HostRole.VpnServer)]
    [InlineData("rras-to-nps.pcap", HostRole.Unknown)]
    [InlineData("clients.txt", HostRole.Unknown)]
    public void Names_suggest_a_host_by_whole_words(string name, HostRole host)
    {
        _folder.Write(name, "text");
        Assert.Equal(host, Assert.Single(Taken.From(_folder.Path)).Host);
    }

    [Fact]
    public void The_command_line_beats_the_manifest_and_the_manifest_beats_names()
    {
        _folder.Write("aovpn-manifest.json", """{ "hosts": { "client": { "role": "VpnServer", "name": "GW1" } } }""");
        _folder.Write("client/a.txt", "one");
        _folder.Write("client/b.txt", "two");
        var taken = Taken.From(IntakeLimits.Default, [new(_folder.At("client/b.txt"), Host.NpsServer)], _folder.Path);
        Assert.Equal([HostRole.VpnServer, HostRole.NpsServer], taken.Where(one => one.Text is not null).Select(one => one.Host));
    }

    [Fact]
    public void A_manifest_that_is_no_json_is_said()
    {
        _folder.Write("aovpn-manifest.json", "{ \"hosts\": \n oops");
        Assert.Contains("is not JSON from line 2 on", Assert.Single(Taken.From(_folder.Path)).Remarks[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_any_length_costs_bounded_memory()
    {
        var path = _folder.At("long.txt");
        using (var file = File.Create(path))
        {
            var megabyte = new byte[1 << 20];
            Array.Fill(megabyte, (byte)'a');
            for (var count = 0; count < 100; count++)
                file.Write(megabyte);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        using var intake = new EvidenceIntake(IntakeLimits.Default, []);
        var gathered = new EvidenceGathering(EvidenceReading.Default).Gather(intake.Deliver([path], () => Stream.Null), TestContext.Current.CancellationToken);
        Assert.NotNull(Assert.Single(gathered.Artifacts).Sha256);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400L << 20);
    }

    [Fact]
    public void Standard_input_without_end_is_read_up_to_its_limit()
    {
        using var intake = new EvidenceIntake(IntakeLimits.Default with { StandardInput = 100_000 }, []);
        var taken = intake.Deliver(["-"], () => new MemoryStream(new byte[1_000_000])).Select(Taken.Of).ToArray();
        Assert.Contains(taken, one => one.Remarks.Any(remark => remark.Contains("was read only to byte 65536", StringComparison.Ordinal)));
    }

    [Fact]
    public void Folders_too_deep_are_said()
    {
        _folder.Write("deep/a/b/c/note.txt", "error 809"u8.ToArray());
        var taken = Taken.From(IntakeLimits.Default with { FolderDepth = 2 }, [], _folder.Write("deep/note.txt", "error 809"u8.ToArray())[..^"/note.txt".Length]);
        Assert.Contains(taken, one => one.Remarks.Any(remark => remark.Contains("lies 2 folders deep", StringComparison.Ordinal)));
        Assert.Contains(taken, one => one.Text is "error 809");
    }
}
