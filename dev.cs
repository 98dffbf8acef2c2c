#!/usr/bin/env dotnet
#:property RestorePackagesWithLockFile=false
#:property RestoreLockedMode=false

// The one entry to composed work: dotnet run dev.cs -- test | snapshots | fuzz | bench | publish

using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

var root = Path.GetDirectoryName(Here())!;
Directory.SetCurrentDirectory(root);

return args switch
{
    ["test", .. var filter] => Test(filter),
    ["snapshots"] => Snapshots(),
    ["bench", .. var options] => Bench(options),
    ["fuzz", .. var arguments] => Run("dotnet", ["run", "--configuration", "Release", "--project", "tests/Aovpn.Fuzz", "--", .. arguments]),
    ["publish", .. var folder] => Publish(folder is [var named] ? named : "artifacts/publish"),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run dev.cs -- test [FILTER]   build, run every test, print one line of counts
        dotnet run dev.cs -- snapshots       accept what the code says now; review the difference before you commit it
        dotnet run dev.cs -- bench [--quick] [--only NAME]   the product beside its peers, into docs/performance.md
        dotnet run dev.cs -- fuzz [TARGET|all] [--executions N] [--seed N] [--quick]   guided by coverage; findings in artifacts/fuzz
        dotnet run dev.cs -- publish [DIR]   the program for linux-x64 (NativeAOT) and win-x64 (one file)
        """);
    return 64;
}

// Every test project in order; the last one checks that the tests named in docs/features.md ran and passed in those before it.
static int Test(string[] filter)
{
    const string Results = "artifacts/test-results";
    if (Directory.Exists(Results))
        Directory.Delete(Results, recursive: true);
    Environment.SetEnvironmentVariable("AOVPN_TEST_RESULTS", Path.GetFullPath(Results));

    InstallLinker();
    var failed = Run("dotnet", "build", "Aovpn.slnx", "-v", "quiet") != 0;
    if (failed)
        return Counts(0, 1, 0);

    foreach (var project in (string[])["Aovpn.Tests", "Aovpn.Probes.Tests", "Aovpn.Scenarios", "Aovpn.Promises"])
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
    return Counts(passed, failed && wrong == 0 ? 1 : wrong, total - passed - wrong);

    int Sum(string counter) => counters.Sum(element => int.Parse(element.Attribute(counter)?.Value ?? "0", CultureInfo.InvariantCulture));

    static int Counts(int passed, int failed, int skipped)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed} failed, {skipped} skipped"));
        return failed == 0 && passed > 0 ? 0 : 1;
    }
}

// The tests publish the program ahead of time, which needs a C linker and zlib's headers; Debian has both as packages.
static void InstallLinker()
{
    if (!OperatingSystem.IsLinux() || (File.Exists("/usr/include/zlib.h") && (File.Exists("/usr/bin/clang") || File.Exists("/usr/bin/gcc"))))
        return;
    if (!File.Exists("/usr/bin/apt-get") || Environment.UserName != "root")
    {
        Console.Error.WriteLine("dev.cs: a C linker and zlib's headers are missing; install them (Debian: gcc zlib1g-dev), or the tests of the published program fail");
        return;
    }

    _ = Run("apt-get", "update", "-q") + Run("apt-get", "install", "-y", "-q", "--no-install-recommends", "gcc", "libc6-dev", "zlib1g-dev");
}

static int Snapshots()
{
    Environment.SetEnvironmentVariable("UPDATE_SNAPSHOTS", "1");
    return Run("dotnet", "test", "--project", "tests/Aovpn.Tests") + Run("dotnet", "test", "--project", "tests/Aovpn.Scenarios");
}

// Peers from Debian; those from NuGet are the bench project's own.
static int Bench(string[] options)
{
    var missing = ((string, string)[])[("mawk", "mawk"), ("evtxexport", "libevtx-utils")];
    string[] packages = [.. missing.Where(peer => !File.Exists($"/usr/bin/{peer.Item1}")).Select(peer => peer.Item2)];
    if (OperatingSystem.IsLinux() && packages.Length > 0 && File.Exists("/usr/bin/apt-get") && Environment.UserName == "root")
        _ = Run("apt-get", "update", "-q") + Run("apt-get", ["install", "-y", "-q", "--no-install-recommends", .. packages]);
    InstallLinker();
    const string Program = "artifacts/bench";
    return Run("dotnet", "publish", "src/Aovpn.Cli", "-r", "linux-x64", "-o", Program, "-v", "quiet") == 0
        && Run("dotnet", "build", "tests/Aovpn.Bench", "-c", "Release", "-v", "quiet") == 0
        ? Run("dotnet", ["run", "--no-build", "-c", "Release", "--project", "tests/Aovpn.Bench", "--", .. options, "--program", $"{Program}/aovpn"])
        : 1;
}

static int Publish(string folder)
{
    const string Cli = "src/Aovpn.Cli";
    return Run("dotnet", "restore", Cli, "--locked-mode")
        + Run("dotnet", "publish", Cli, "--no-restore", "-r", "linux-x64", "-o", $"{folder}/linux-x64")
        + Run("dotnet", "publish", Cli, "--no-restore", "-r", "win-x64", "--self-contained", "-p:PublishAot=false", "-p:PublishSingleFile=true", "-p:EnableCompressionInSingleFile=true", "-o", $"{folder}/win-x64");
}

static int Run(string program, params string[] arguments)
{
    using var process = Process.Start(program, arguments);
    process.WaitForExit();
    return process.ExitCode;
}

static string Here([CallerFilePath] string file = "") => file;
