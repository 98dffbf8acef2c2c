#!/usr/bin/env dotnet
#:property RestorePackagesWithLockFile=false
#:property RestoreLockedMode=false

// The one entry to composed work: dotnet run dev.cs -- test | snapshots | docs | lab | fuzz | bench | publish

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using System.Xml.Linq;

const string Since2013 = "-p:IlcInstructionSet=x86-64-v3";
var root = Path.GetDirectoryName(Here())!;
Directory.SetCurrentDirectory(root);

return args switch
{
    ["test", .. var filter] => Test(filter),
    ["snapshots"] => Snapshots(),
    ["docs"] => Docs(),
    ["bench", .. var options] => Bench(options),
    ["corpus"] => Run("dotnet", "run", "--configuration", "Release", "--project", "tests/Aovpn.Bench", "--", "corpus"),
    ["fuzz", .. var arguments] => Run("dotnet", ["run", "--configuration", "Release", "--project", "tests/Aovpn.Fuzz", "--", .. arguments]),
    ["tail"] => Tail(),
    ["lab", .. var options] => Lab([.. options, .. options is [] ? ["--page", "docs/lab.md"] : Array.Empty<string>()]),
    ["publish", .. var folder] => Publish(folder is [var named] ? named : "artifacts/publish"),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run dev.cs -- test [FILTER]   build, run every test, print one line of counts
        dotnet run dev.cs -- snapshots       accept what the code says now; review the difference before you commit it
        dotnet run dev.cs -- docs            write docs/rules, docs/errors, docs/evidence.md and the index of pages from the pages and catalogues
        dotnet run dev.cs -- bench [--quick] [--only NAME]   the product beside its peers, into docs/performance.md
        dotnet run dev.cs -- corpus          every event log of the shared corpus against what other programs read in it, record by record
        dotnet run dev.cs -- fuzz [TARGET|all] [--executions N] [--seed N] [--quick]   guided by coverage; findings in artifacts/fuzz
        dotnet run dev.cs -- tail            nps tail beside a writer that rolls and truncates 100 times, killed 50 times: about two minutes
        dotnet run dev.cs -- lab [--third today|0|1|2] [--fault NAME] [--method NAME] [--keys]   every fault of the lab and sixty pairs, into docs/lab.md
        dotnet run dev.cs -- lab --checks [--check NAME]   keys, an ordinary user, other VPN servers, the program for Windows under Wine
        dotnet run dev.cs -- publish [DIR]   the program for linux-x64 and linux-x64-v3 (NativeAOT) and win-x64 (one file)
        """);
    return 64;
}

// Every test project in order; the last one checks that the tests named in docs/features.md ran and passed in those before it. Then the third of the
// lab's table whose turn it is today, and the checks: keys, an ordinary user, other VPN servers, the program for Windows.
static int Test(string[] filter)
{
    const string Results = "artifacts/test-results";
    if (Directory.Exists(Results))
        Directory.Delete(Results, recursive: true);
    Environment.SetEnvironmentVariable("AOVPN_TEST_RESULTS", Path.GetFullPath(Results));

    Install(TestPeers());
    var failed = Run("dotnet", "build", "Aovpn.slnx", "-v", "quiet") != 0;
    if (failed)
        return Counts(0, 1, 0);

    foreach (var project in (string[])["Aovpn.Tests", "Aovpn.Probes.Tests", "Aovpn.Pages", "Aovpn.Scenarios", "Aovpn.Promises"])
    {
        string[] arguments =
        [
            "test", "--project", $"tests/{project}", "--no-build", "--report-trx", "--report-trx-filename", $"{project}.trx",
            "--results-directory", Results, .. filter is [var name] ? ["--filter-method", name, "--ignore-exit-code", "8"] : Array.Empty<string>(),
        ];
        failed |= Run("dotnet", arguments) != 0;
    }

    var counters = Directory.GetFiles(Results, "*.trx").Select(file => XDocument.Load(file).Descendants().First(element => element.Name.LocalName == "Counters")).ToArray();
    var (passed, wrong, total) = (Sum("passed"), Sum("failed") + Sum("error") + Sum("timeout") + Sum("aborted"), Sum("total"));
    if (filter is [])
    {
        foreach (var (name, options) in ((string, string[])[])[("lab", ["--third", "today"]), ("checks", ["--checks"])])
        {
            var file = $"{Results}/{name}.txt";
            failed |= Lab([.. options, "--results", Path.GetFullPath(file)]) != 0;
            int[] cells = File.Exists(file) ? [.. File.ReadAllText(file).Trim().Split(' ').Select(int.Parse)] : [0, 1, 0];
            (passed, wrong, total) = (passed + cells[0], wrong + cells[1], total + cells.Sum());
        }
    }

    return Counts(passed, failed && wrong == 0 ? 1 : wrong, total - passed - wrong);

    int Sum(string counter) => counters.Sum(element => int.Parse(element.Attribute(counter)?.Value ?? "0", CultureInfo.InvariantCulture));

    static int Counts(int passed, int failed, int skipped)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, {skipped} skipped"));
        return failed == 0 && passed > 0 ? 0 : 1;
    }
}

// What tests and benchmarks stand beside: a file that shows it is there, and the Debian package that brings it. Add a line for a new peer.
static (string File, string Package)[] Linker() => [("/usr/include/zlib.h", "zlib1g-dev"), ("/usr/bin/gcc", "gcc"), ("/usr/include/stdio.h", "libc6-dev")];

static (string File, string Package)[] TestPeers() =>
[
    .. Linker(),
    ("/usr/bin/evtxexport", "libevtx-utils"),
    ("/usr/bin/evtx_dump.py", "python3-evtx"),
    ("/usr/bin/tshark", "tshark"),
    ("/usr/bin/soffice", "libreoffice-calc-nogui"),
    ("/usr/bin/chromium", "chromium"),
];

static (string File, string Package)[] BenchPeers() => [.. Linker(), ("/usr/bin/mawk", "mawk"), ("/usr/bin/evtxexport", "libevtx-utils"), ("/usr/bin/eapol_test", "eapoltest")];

static void Install((string File, string Package)[] wanted)
{
    string[] missing = [.. wanted.Where(peer => !File.Exists(peer.File)).Select(peer => peer.Package).Distinct()];
    if (!OperatingSystem.IsLinux() || missing.Length == 0)
        return;
    if (!File.Exists("/usr/bin/apt-get") || Environment.UserName != "root")
    {
        Console.Error.WriteLine($"dev.cs: install these packages, or the tests that need them fail (names as in Debian): {string.Join(' ', missing)}");
        return;
    }

    Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
    _ = Run("apt-get", "update", "-q") + Run("apt-get", ["install", "-y", "-q", "--no-install-recommends", .. missing]);
}

static int Snapshots()
{
    Environment.SetEnvironmentVariable("UPDATE_SNAPSHOTS", "1");
    return Run("dotnet", "test", "--project", "tests/Aovpn.Tests") + Run("dotnet", "test", "--project", "tests/Aovpn.Scenarios");
}

// Peers from Debian; those from NuGet are the bench project's own.
static int Bench(string[] options)
{
    Install(BenchPeers());
    if (!options.Contains("--only") || options.Contains("connect"))
    {
        InstallLab(peers: false);
        Run("tests/lab/tools/build-eap-peap");
    }

    const string Program = "artifacts/bench";
    string[] processor = Avx2.IsSupported && Bmi2.IsSupported && Fma.IsSupported && Lzcnt.IsSupported ? [Since2013] : [];
    return Run("dotnet", ["publish", "src/Aovpn.Cli", "-r", "linux-x64", .. processor, "-o", Program, "-v", "quiet"]) == 0
        && Run("dotnet", ["publish", "tests/Aovpn.Bench.Published", "-r", "linux-x64", .. processor, "-o", Program, "-v", "quiet"]) == 0
        && Run("dotnet", "publish", "tests/Aovpn.BarePass", "-r", "linux-x64", "-o", Program, "-v", "quiet") == 0
        && Run("dotnet", "build", "tests/Aovpn.Bench", "-c", "Release", "-v", "quiet") == 0
        ? Run("dotnet", ["run", "--no-build", "-c", "Release", "--project", "tests/Aovpn.Bench", "--", .. options, "--program", $"{Program}/aovpn", "--compiled-for", processor is [] ? "any x86-64" : "x86-64-v3"])
        : 1;
}

// The test of the suite that does this with few turns does it in full when it is told the published program.
static int Tail()
{
    const string Program = "artifacts/tail";
    Environment.SetEnvironmentVariable("AOVPN_TAIL", Path.GetFullPath($"{Program}/aovpn"));
    return Run("dotnet", "publish", "src/Aovpn.Cli", "-r", "linux-x64", "-o", Program, "-v", "quiet")
        + Run("dotnet", "run", "--project", "tests/Aovpn.Scenarios", "--", "-class", "Aovpn.Scenarios.TailUnderFireTests", "-showLiveOutput");
}

// The program as it is published: it starts fast, and a table has a thousand starts. The checks start the one for Windows, too.
static int Lab(string[] options)
{
    const string Program = "artifacts/lab";
    var checks = options.Contains("--checks");
    Install(Linker());
    InstallLab(checks);
    return Run("dotnet", "publish", "src/Aovpn.Cli", "-c", "Release", "-r", "linux-x64", "-o", Program, "-v", "quiet") == 0
        && (!checks || Run("dotnet", "restore", "src/Aovpn.Cli", "--locked-mode") + PublishWindows($"{Program}/win-x64", "--no-restore", "-v", "quiet") == 0)
        ? Run("dotnet", ["run", "--project", "tests/Aovpn.LabTable", "--", $"{Program}/aovpn", .. options, .. checks ? ["--windows", $"{Program}/win-x64/aovpn.exe"] : Array.Empty<string>()])
        : 1;
}

// By the lab's own command, which keeps the packages from starting their services.
static void InstallLab(bool peers)
{
    string[] tools =
    [
        "/usr/sbin/charon-systemd", "/usr/sbin/freeradius", "/usr/sbin/dnsmasq", "/usr/sbin/nft", "/usr/sbin/swanctl",
        .. peers ? ["/usr/sbin/pptpd", "/usr/bin/certutil", "/usr/lib/wine/wine64", "/usr/local/lib/aovpn-lab/softether/vpnserver", "/usr/local/lib/aovpn-lab/libreswan/usr/libexec/ipsec/pluto"] : Array.Empty<string>(),
    ];
    if (!OperatingSystem.IsLinux() || tools.All(File.Exists) || !File.Exists("/usr/bin/apt-get") || Environment.UserName != "root")
        return;
    _ = Run("apt-get", "update", "-q") + Run("tests/lab/lab", ["install", .. peers ? ["--peers"] : Array.Empty<string>()]);
}

static int Docs()
{
    Environment.SetEnvironmentVariable("UPDATE_DOCS", "1");
    return Run("dotnet", "run", "--project", "tests/Aovpn.Tests", "--", "-namespace", "Aovpn.Tests.Docs");
}

// For Linux once for any processor and once for those with AVX2 (docs/decisions/0011). Windows' file chooses where it runs.
static int Publish(string folder)
{
    const string Cli = "src/Aovpn.Cli";
    return Run("dotnet", "restore", Cli, "--locked-mode")
        + Run("dotnet", "publish", Cli, "--no-restore", "-r", "linux-x64", "-o", $"{folder}/linux-x64")
        + Run("dotnet", "publish", Cli, "--no-restore", "-r", "linux-x64", Since2013, "-o", $"{folder}/linux-x64-v3")
        + PublishWindows($"{folder}/win-x64", "--no-restore");
}

// NativeAOT cannot be linked for Windows from here.
static int PublishWindows(string folder, params string[] more) => Run(
    "dotnet", ["publish", "src/Aovpn.Cli", "-r", "win-x64", "--self-contained", "-p:PublishAot=false", "-p:PublishSingleFile=true", "-p:EnableCompressionInSingleFile=true", "-o", folder, .. more]);

static int Run(string program, params string[] arguments)
{
    using var process = Process.Start(program, arguments);
    process.WaitForExit();
    return process.ExitCode;
}

static string Here([CallerFilePath] string file = "") => file;
