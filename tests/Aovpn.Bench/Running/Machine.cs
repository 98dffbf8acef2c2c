using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Aovpn.Bench.Running;

/// <summary>Where a run was made, and how quiet it was there.</summary>
internal static class Machine
{
    public static string Describe(BenchSettings settings) => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} processors, vectors of {(Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128)} bits, aovpn compiled for {settings.CompiledFor}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; load when the run began {Load()}{(settings.Quick ? "; quick run" : "")}.");

    private static string Load() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
