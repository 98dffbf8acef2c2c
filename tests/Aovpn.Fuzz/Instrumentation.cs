using SharpFuzz;
using SharpFuzzer = SharpFuzz.Fuzzer;

namespace Aovpn.Fuzz;

/// <summary>A copy of this program whose product assemblies count their edges.</summary>
internal static class Instrumentation
{
    /// <returns>The copy's program.</returns>
    public static string CopyTo(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var origin = AppContext.BaseDirectory;
        foreach (var file in Directory.EnumerateFiles(origin, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(origin, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // The fuzzer itself and what makes its inputs are not under test.
        string[] own = ["Aovpn.Fuzz.dll", "Aovpn.Generators.dll"];
        foreach (var assembly in Directory.EnumerateFiles(folder, "Aovpn.*.dll").Where(file => !own.Contains(Path.GetFileName(file))).Order(StringComparer.Ordinal))
        {
            try
            {
                _ = SharpFuzzer.Instrument(assembly, static _ => true, Options.Value).Count();
            }
            catch (InstrumentationException nothing) when (nothing.Message.Contains("no types", StringComparison.OrdinalIgnoreCase))
            {
                // An assembly without code.
            }
        }

        return Path.Combine(folder, "Aovpn.Fuzz.dll");
    }
}
